using TipSom.Domain.Cases;
using TipSom.Domain.Finding;

namespace TipSom.Domain.Tests.Finding;

public sealed class SamePersonTests
{
    [Fact]
    public void A_pair_is_one_link_whichever_side_it_is_seen_from()
    {
        var (one, other) = (A.Case(), A.Case());

        var there = new PersonLink(one, one.Victims[0], other, other.Victims[0], SameBecause.PersonSaysSo, A.Officer, A.Now);
        var back = new PersonLink(other, other.Victims[0], one, one.Victims[0], SameBecause.PersonSaysSo, A.Officer, A.Now);

        Assert.Equal((there.VictimId, there.OtherVictimId, there.Number, there.OtherNumber), (back.VictimId, back.OtherVictimId, back.Number, back.OtherNumber));
        Assert.NotEqual(there.CaseId, there.OtherCaseId);
    }

    [Fact]
    public void Two_of_one_case_are_merged_and_not_linked()
    {
        var @case = A.Case();
        var second = @case.AddPerson(A.Person(), A.Officer, A.Now);

        Assert.Throws<RuleBrokenException>(() => new PersonLink(@case, @case.Victims[0], @case, second, SameBecause.PersonSaysSo, A.Officer, A.Now));
        var merge = PersonMerge.Merge(@case, second, @case.Victims[0], SameBecause.SameDocument, A.Officer, A.Now);

        Assert.Equal((second.Id, @case.Victims[0].Id), (merge.VictimId, merge.IntoVictimId));
        Assert.Equal((CaseEventKind.PersonMerged, (int?)2), (@case.Events[^1].Kind, @case.Events[^1].Person));
    }

    [Fact]
    public void A_person_is_not_merged_into_themselves_nor_across_cases()
    {
        var (@case, other) = (A.Case(), A.Case());

        Assert.Throws<RuleBrokenException>(() => PersonMerge.Merge(@case, @case.Victims[0], @case.Victims[0], SameBecause.PersonSaysSo, A.Officer, A.Now));
        Assert.Throws<RuleBrokenException>(() => PersonMerge.Merge(@case, @case.Victims[0], other.Victims[0], SameBecause.PersonSaysSo, A.Officer, A.Now));
    }

    [Fact]
    public void Both_are_taken_back_once_with_a_reason()
    {
        var (@case, other) = (A.Case(), A.Case());
        var second = @case.AddPerson(A.Person(), A.Officer, A.Now);
        var merge = PersonMerge.Merge(@case, second, @case.Victims[0], SameBecause.PersonSaysSo, A.Officer, A.Now);
        var link = new PersonLink(@case, second, other, other.Victims[0], SameBecause.PersonSaysSo, A.Officer, A.Now);

        merge.Undo(@case, 2, UndoneBecause.TwoPeople, A.Officer, A.Later);
        link.Undo(UndoneBecause.ByMistake, A.Officer, A.Later);

        Assert.Equal((A.Later, UndoneBecause.TwoPeople), (merge.UndoneAt, merge.UndoneBecause));
        Assert.Equal(CaseEventKind.MergeUndone, @case.Events[^1].Kind);
        Assert.Equal((A.Later, A.Officer.UserId), (link.UndoneAt, link.UndoneById));
        Assert.Throws<RuleBrokenException>(() => merge.Undo(@case, 2, UndoneBecause.TwoPeople, A.Officer, A.Later));
        Assert.Throws<RuleBrokenException>(() => link.Undo(UndoneBecause.ByMistake, A.Officer, A.Later));
    }

    [Fact]
    public void Another_unit_is_told_only_what_was_chosen_and_answers_once()
    {
        var @case = A.Case();
        var request = ConnectRequest.Ask(
            "TC-2026-000000", @case, @case.Victims[0], Guid.NewGuid(), ConnectPurpose.Danger, new Told(Sex: true, Age: false, District: false), A.Officer, A.Now);

        Assert.Equal((@case.Victims[0].Sex, null, null), (request.ToldSex, request.ToldAge, request.ToldDistrictCode));
        Assert.Equal(CaseEventKind.ConnectAsked, @case.Events[^1].Kind);
        request.Reply(ConnectAnswer.CannotSay, A.Coordinator, A.Later);
        Assert.Throws<RuleBrokenException>(() => request.Reply(ConnectAnswer.Same, A.Coordinator, A.Later));
        Assert.Equal(ConnectAnswer.CannotSay, request.Answer);
    }

    [Fact]
    public void What_was_left_open_is_settled_once()
    {
        var @case = A.Case();
        var choice = new DuplicateChoice(new PersonOfCase(@case.Id, @case.Victims[0].Id), null, DuplicateAnswer.NotSure, A.Officer, A.Now);

        choice.Settle(A.Later);
        choice.Settle(A.Later.AddDays(1));

        Assert.Equal(A.Later, choice.SettledAt);
        Assert.Null(choice.VictimId);
    }
}
