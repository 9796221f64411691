using TipSom.Domain.Assessment;
using TipSom.Domain.Cases;
using TipSom.Domain.Reference;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Tests.Assessment;

public sealed class AssessmentTests
{
    private static readonly Versions First = new(0, 0);

    private static readonly ExploitationFacts Nothing = new([], false, [], [], [], [], [], false, null, [], null);

    public static IReadOnlyList<CodeListEntry> Lists { get; } =
    [
        new("exploitation_type", "FL-BOND", "Bonded labour", 1), new("exploitation_type", "BEG", "Begging", 2), new("exploitation_type", "SEX", "Sexual", 3),
        new("exploitation_type", "UNK", "Not yet known", 4), new("means_of_control", "DEBT", "Debt", 1), new("beggary_form_ptpa3", "BEG-1", "Alms", 1),
        new("sex_exploitation_type", "PROST", "Prostitution", 1), new(VulnerabilityRecord.List, "HH-DEBT", "Debt", 1)
    ];

    [Fact]
    public void Answers_are_kept_by_what_was_said_and_the_next_saving_is_a_version_of_its_own()
    {
        var (@case, person) = Logged();

        var first = Screen(@case, person, Some.Answers(["D1-1"], ["D4-1"], ["D5-1"]), First);
        var second = Screen(@case, person, Some.Answers(["D1-2"]), new Versions(1, 1));

        Assert.Equal((1, 2), (first.Version, second.Version));
        Assert.Equal(["D1-1"], first.Present);
        Assert.Equal(["D4-1"], first.Absent);
        Assert.Equal(["D5-1"], first.Unknown);
        Assert.Equal(("SI Test Officer", A.Now), (first.Written.ByName, first.Written.At));
    }

    [Fact]
    public void An_answer_to_nothing_to_something_strange_or_over_an_unread_version_is_refused()
    {
        var (@case, person) = Logged();

        Refuses("Answer at least one question before you save.", () => Screen(@case, person, new() { ["D1-1"] = IndicatorAnswer.NotAsked }, First));
        Refuses("This indicator is not on the list for this person.", () => Screen(@case, person, Some.Answers(["D9-1"]), First));
        Refuses(Writing.NotReadYet, () => Screen(@case, person, Some.Answers(["D1-1"]), new Versions(1, 2)));
        var child = A.Case(A.Person(age: 12));
        Refuses("This indicator is not on the list for this person.", () => Screen(child, child.Victims[0], Some.Answers(["D4-3"]), First));
    }

    [Fact]
    public void A_form_says_its_type_and_forced_labour_follows_from_it()
    {
        var record = Tell(Nothing with { BeggingForms = ["BEG-1"], SexualForms = ["PROST"], Types = ["FL-BOND"] });

        Assert.Equal(["FL-BOND", "BEG", "SEX"], record.Types);
        Assert.True(record.IsForcedLabour);
        Assert.False(Tell(Nothing with { Types = ["BEG"] }).IsForcedLabour);
    }

    [Fact]
    public void Codes_come_from_the_lists_and_an_empty_record_is_none()
    {
        Refuses("Choose from the list.", () => Tell(Nothing with { Types = ["NONE"] }));
        Refuses("Choose from the list.", () => Tell(Nothing with { RecruiterCode = "X" }));
        Refuses("Answer at least one question before you save.", () => Tell(Nothing));
    }

    [Fact]
    public void A_type_not_yet_known_is_no_exploitation()
    {
        var record = Tell(Nothing with { Acts = [TraffickingAct.Recruiting], Means = [LegalMeans.Fraud], Types = ["UNK"] });

        Assert.False(record.IsTrafficking);
        Assert.False(record.LacksMeans);
    }

    [Fact]
    public void A_route_keeps_its_order_whatever_is_put_between()
    {
        var (@case, person) = Logged();
        var route = new List<RoutePlace>();
        RoutePlace Put(string country, RoutePlace? before = null)
        {
            var place = RoutePlace.Add(
                @case, person, new RouteFacts(RouteStage.Transit, country, null, 2025, null), route, before?.Id, A.Officer, A.Today, A.Now);
            route.Add(place);
            return place;
        }

        var (first, last) = (Put("PK"), Put("GR"));
        var middle = Put("IR", last);
        Put("TR", last);
        Put("AF", first);
        middle.Remove(@case, A.Officer, A.Later);

        Assert.Equal(["AF", "PK", "TR", "GR"], route.Where(p => p.RemovedAt is null).OrderBy(p => p.Rank).Select(p => p.CountryCode));
        Assert.Equal([true, false], ((RoutePlace[])[last, first]).Select(p => p.IsAbroad));
        Refuses("This place was already taken off the route.", () => middle.Remove(@case, A.Officer, A.Later));
    }

    [Fact]
    public void What_happened_is_the_same_for_another_of_the_case_but_not_what_was_told()
    {
        var (@case, woman) = Logged();
        var girl = @case.AddPerson(A.Person(age: 9), A.Officer, A.Now);
        var facts = new ExploitationFacts([TraffickingAct.Harbouring], true, [], [], ["BEG"], [], [], false, null, [], null);
        var told = ExploitationRecord.Record(Guid.CreateVersion7(), @case, woman, facts, Lists, [1], First, A.Officer, A.Now);
        var place = RoutePlace.Add(@case, woman, new RouteFacts(RouteStage.Transit, "IR", null, 2025, null), [], null, A.Officer, A.Today, A.Now);

        var (same, there) = (told.SameOf(@case, girl, A.Officer, A.Later), place.SameOf(@case, girl, A.Officer, A.Later));

        Assert.Equal((girl.Id, 1, A.Later, true, true), (same.VictimId, same.Version, same.Written.At, same.ForChild, same.IsAttempt));
        Assert.Equal(told.Acts, same.Acts);
        Assert.Equal(told.Types, same.Types);
        Assert.Null(same.SealedAccount);
        // No means is recorded: that lacks for the woman, and not for the girl.
        Assert.Equal((false, true), (told.IsTrafficking, same.IsTrafficking));
        Assert.Equal((girl.Id, place.Rank, "IR", 2025), (there.VictimId, there.Rank, there.CountryCode, there.Year));
        var stranger = Logged().Person;
        Refuses("Choose another person of the same case.", () => told.SameOf(@case, stranger, A.Officer, A.Later));
        Refuses("Choose another person of the same case.", () => place.SameOf(@case, stranger, A.Officer, A.Later));
    }

    [Fact]
    public void A_place_has_a_country_a_day_or_a_year_that_was_and_a_district_at_home_only()
    {
        var (@case, person) = Logged();
        RoutePlace Add(RouteFacts facts, int standing = 0) => RoutePlace.Add(
            @case, person, facts, [.. Enumerable.Range(0, standing).Select(_ => Add(new RouteFacts(RouteStage.Transit, "PK", null, null, null)))], null,
            A.Officer, A.Today, A.Now);
        var here = new RouteFacts(RouteStage.Rescue, "PK", A.Lahore, null, A.Today);

        Assert.Equal((A.Lahore, A.Today), (Add(here).DistrictCode, Add(here).Day));
        Refuses("Choose the country from the list.", () => Add(here with { CountryCode = "pk" }));
        Refuses("A district is chosen for a place in Pakistan only.", () => Add(here with { CountryCode = "IR" }));
        Refuses("Enter the year or the day, not both.", () => Add(here with { Year = 2025 }));
        foreach (var wrong in (RouteFacts[])[here with { Day = A.Today.AddDays(1) }, here with { Day = null, Year = 2027 }, here with { Day = null, Year = 1949 }])
            Refuses("Enter a year or a day that has been, from {0} on.", () => Add(wrong));
        Refuses("A route has {0} places at most.", () => Add(here, standing: RoutePlace.Most));
    }

    [Theory]
    [InlineData(RiskLevel.High, 7)]
    [InlineData(RiskLevel.Medium, 30)]
    [InlineData(RiskLevel.Low, null)]
    public void A_risk_is_looked_at_again_after_the_usual_days_and_is_the_person_s(RiskLevel level, int? days)
    {
        var (@case, person) = Logged();

        var assessment = Judge(@case, person, new RiskFacts(level, [RiskReason.Threats], SafeTransport.PoliceEscort, null));

        Assert.Equal(days is { } d ? A.Today.AddDays(d) : null, assessment.ReviewOn);
        Assert.Equal((level, assessment.ReviewOn), (person.Risk, person.RiskReviewOn));
        Assert.Equal(level == RiskLevel.High, assessment.Transport is not null);
    }

    [Fact]
    public void A_risk_needs_a_level_reasons_transport_where_it_is_high_and_a_day_to_come()
    {
        var (@case, person) = Logged();
        var high = new RiskFacts(RiskLevel.High, [RiskReason.Weapon], SafeTransport.NotArranged, A.Today.AddDays(1));

        Refuses("Choose how high the risk is.", () => Judge(@case, person, high with { Level = RiskLevel.NotAssessed }));
        Refuses("Say why: choose at least one reason.", () => Judge(@case, person, high with { Reasons = [] }));
        Refuses("Say why: choose at least one reason.", () => Judge(@case, person, high with { Level = RiskLevel.Medium, Reasons = [] }));
        Refuses("The risk is high. Say how the person is brought somewhere safely.", () => Judge(@case, person, high with { Transport = null }));
        Refuses("Choose a day to come, within a year.", () => Judge(@case, person, high with { ReviewOn = A.Today.AddDays(-1) }));
        Refuses("Choose a day to come, within a year.", () => Judge(@case, person, high with { ReviewOn = A.Today.AddDays(366) }));
        Assert.Equal(RiskLevel.NotAssessed, person.Risk);
        Assert.Null(Judge(@case, person, high with { Level = RiskLevel.Low, Reasons = [], Transport = null, ReviewOn = null }).ReviewOn);
    }

    [Fact]
    public void A_reflection_period_has_thirty_days_where_nobody_says_otherwise()
    {
        var (@case, person) = Logged();
        ReflectionPeriod Note(DateOnly? end) => ReflectionPeriod.Record(@case, person, A.Today, end, First, A.Officer, A.Now);

        Assert.Equal(30, Note(null).Days);
        Assert.Equal([false, true, true, false], ((int[])[-1, 0, 29, 30]).Select(day => Note(null).Holds(A.Today.AddDays(day))));
        Assert.Equal(1, Note(A.Today).Days);
        Refuses("The last day comes after the first, within a year.", () => Note(A.Today.AddDays(-1)));
        Refuses("The last day comes after the first, within a year.", () => Note(A.Today.AddDays(366)));
    }

    [Fact]
    public void Factors_are_a_risk_no_risk_or_a_protection()
    {
        var (@case, person) = Logged();
        VulnerabilityRecord Keep(Dictionary<string, FactorAnswer> answers) =>
            VulnerabilityRecord.Record(Guid.CreateVersion7(), @case, person, Lists, answers, null, First, A.Officer, A.Now);

        Assert.Equal(["HH-DEBT"], Keep(new() { ["HH-DEBT"] = FactorAnswer.Protective }).Protections);
        Assert.Equal(FactorAnswer.Risk, Keep(new() { ["HH-DEBT"] = FactorAnswer.Risk }).Answers["HH-DEBT"]);
        Refuses("Choose from the list.", () => Keep(new() { ["IND-X"] = FactorAnswer.No }));
        Refuses("Answer at least one question before you save.", () => Keep(new() { ["HH-DEBT"] = FactorAnswer.NotAsked }));
    }

    [Fact]
    public void A_need_is_added_once_and_again_after_it_ended()
    {
        var (@case, person) = Logged();
        var shelter = person.Needs[0];

        Refuses("This need is on the list already. Change how urgent it is instead.", () => person.AddNeed(@case, ServiceType.Shelter, Urgency.Routine, A.Officer, A.Now));
        Assert.Equal(NeedChangeKind.Added, person.AddNeed(@case, ServiceType.LegalAid, Urgency.Routine, A.Officer, A.Now).Kind);
        var ended = shelter.End(Guid.CreateVersion7(), @case, NeedEnding.MetOtherwise, isInHand: false, [1], A.Officer, A.Later);
        Assert.Equal((NeedEnding.MetOtherwise, A.Later, false), (ended.Ending, shelter.EndedAt, shelter.IsOpen));
        person.AddNeed(@case, ServiceType.Shelter, Urgency.Emergency, A.Officer, A.Later);
        Assert.Equal([ServiceType.LegalAid, ServiceType.Shelter], person.OpenNeeds.Select(n => n.Service));
    }

    [Fact]
    public void A_need_that_a_provider_has_in_hand_or_that_ended_stays_as_it_is()
    {
        var (@case, person) = Logged();
        var need = person.Needs[0];
        Action End(bool isInHand) => () => need.End(Guid.CreateVersion7(), @case, NeedEnding.NoLongerNeeded, isInHand, [1], A.Officer, A.Now);
        Action Hurry(Urgency to, bool isInHand) => () => need.ChangeUrgency(Guid.CreateVersion7(), @case, to, isInHand, [1], A.Officer, A.Now);

        Refuses(Need.InHand, End(true));
        Refuses(Need.InHand, Hurry(Urgency.Emergency, true));
        Refuses("The need is as urgent as that already.", Hurry(need.Urgency, false));
        Hurry(Urgency.Emergency, false)();
        Assert.Equal(Urgency.Emergency, need.Urgency);
        End(false)();
        Refuses(Need.NotOpen, End(false));
        Refuses(Need.NotOpen, Hurry(Urgency.Routine, false));
        var ready = A.ReadyToSend();
        ready.Need.End(Guid.CreateVersion7(), ready.Case, NeedEnding.MetOtherwise, false, [1], A.Officer, A.Now);
        Refuses(Need.NotOpen, () => ready.Send());
    }

    private static (Case Case, Victim Person) Logged()
    {
        var @case = A.Case();
        return (@case, @case.Victims[0]);
    }

    private static IndicatorScreening Screen(Case @case, Victim person, Dictionary<string, IndicatorAnswer> answers, Versions versions) =>
        IndicatorScreening.Record(Guid.CreateVersion7(), @case, person, Some.Indicators, answers, null, versions, A.Officer, A.Now);

    private static ExploitationRecord Tell(ExploitationFacts facts)
    {
        var (@case, person) = Logged();
        return ExploitationRecord.Record(Guid.CreateVersion7(), @case, person, facts, Lists, null, First, A.Officer, A.Now);
    }

    private static RiskAssessment Judge(Case @case, Victim person, RiskFacts facts) =>
        RiskAssessment.Record(Guid.CreateVersion7(), @case, person, facts, null, First, A.Officer, A.Today, A.Now);

    private static void Refuses(string sentence, Action act) => Assert.Equal(sentence, Assert.Throws<RuleBrokenException>(act).Sentence);
}
