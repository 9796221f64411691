using TipSom.Domain.Cases;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Tests.Victims;

public sealed class PersonTests
{
    private static readonly byte[] Reason = [1];

    [Theory]
    [InlineData(CaseKind.Trafficking, PersonRole.VictimOfTrafficking)]
    [InlineData(CaseKind.Smuggling, PersonRole.SmuggledMigrant)]
    public void The_first_role_follows_the_kind_of_the_case(CaseKind kind, PersonRole role)
    {
        var @case = A.Case(facts: new CaseFacts(kind, A.Lahore, BorderCrossing.Unknown, null));

        var held = Assert.Single(@case.Victims[0].Roles);

        Assert.Equal((role, A.Now, A.Officer.UserId, A.Officer.Name, true), (held.Role, held.Since, held.ById, held.ByName, held.IsHeld));
    }

    [Fact]
    public void Roles_said_when_added_stand_in_place_of_it()
    {
        var victim = A.Victim(A.Person() with { Roles = [PersonRole.Witness, PersonRole.Dependant], LanguageCode = "pus", NeedsInterpreter = true });

        Assert.Equal([PersonRole.Witness, PersonRole.Dependant], victim.Roles.Select(r => r.Role));
        Assert.Equal(("pus", true), (victim.LanguageCode, victim.NeedsInterpreter));
    }

    [Fact]
    public void A_role_is_taken_on_and_given_up_with_a_reason_and_stays_on_record()
    {
        var victim = A.Victim();

        victim.TakeOn(Guid.NewGuid(), PersonRole.Witness, Reason, A.Officer, A.Now);
        victim.GiveUp(PersonRole.VictimOfTrafficking, Reason, A.Officer, A.Now.AddDays(1));

        Assert.Equal([(PersonRole.VictimOfTrafficking, false), (PersonRole.Witness, true)], victim.Roles.Select(r => (r.Role, r.IsHeld)));
        Assert.Equal((A.Now.AddDays(1), A.Officer.Name), (victim.Roles[0].Until, victim.Roles[0].EndedByName));
    }

    [Fact]
    public void Nobody_is_without_a_role_twice_in_one_or_changed_without_a_reason()
    {
        var victim = A.Victim();

        Refuses("A person has at least one role in the case. Choose the new one first.", () => victim.GiveUp(PersonRole.VictimOfTrafficking, Reason, A.Officer, A.Now));
        Refuses("The person holds this role already.", () => victim.TakeOn(Guid.NewGuid(), PersonRole.VictimOfTrafficking, Reason, A.Officer, A.Now));
        Refuses("The person does not hold this role.", () => victim.GiveUp(PersonRole.Witness, Reason, A.Officer, A.Now));
        Refuses("Say why the role changes.", () => victim.TakeOn(Guid.NewGuid(), PersonRole.Witness, [], A.Officer, A.Now));
    }

    [Fact]
    public void What_is_known_in_clear_is_kept_and_the_main_language_is_not_another()
    {
        var victim = A.Victim();

        victim.Describe(Description() with { AgeWhenExploited = 16, LanguageCode = "pus", OtherLanguageCodes = ["urd", "pus", "urd"] });

        Assert.Equal((AgeBasis.Document, 16, "AF", "pus"), (victim.AgeBasis, victim.AgeWhenExploited, victim.CitizenshipCode, victim.LanguageCode));
        Assert.Equal(["urd"], victim.OtherLanguageCodes);
        Assert.False(victim.CountsAsChild);
        Assert.True(victim.CountedAsChildWhenExploited);
    }

    [Fact]
    public void Ages_that_contradict_each_other_are_refused()
    {
        var victim = A.Victim();

        Refuses("The age when it happened cannot be higher than the age now.", () => victim.Describe(Description() with { AgeWhenExploited = 21 }));
        Refuses("Enter an age from 0 to {0}.", () => victim.Describe(Description() with { AgeWhenExploited = -1 }));
        Refuses("Say what the age is, or leave open what it rests on.", () => victim.Describe(Description() with { Age = Age.Unknown }));
    }

    [Fact]
    public void An_unsure_age_counts_as_a_childs_when_it_happened_too()
    {
        var victim = A.Victim(A.Person(age: null));

        Assert.True(victim.CountedAsChildWhenExploited);
    }

    [Fact]
    public void Contact_is_safe_only_by_a_way_that_is()
    {
        var victim = A.Victim();
        Assert.Null(victim.MayBeContacted);

        victim.NoteContact(new SafeContact([new(ContactChannel.Call, false, null)], null, null, false, null));
        Assert.False(victim.MayBeContacted);
        victim.NoteContact(new SafeContact([new(ContactChannel.Call, false, null), new(ContactChannel.InPerson, true, null)], null, null, false, null));
        Assert.True(victim.MayBeContacted);
    }

    [Fact]
    public void Two_people_of_one_case_are_tied_once_until_the_tie_ends()
    {
        var (mother, son) = Pair(30, 6);
        var tie = FamilyTie.Between(mother, son, FamilyTieKind.ParentOf, true, [], A.Officer, A.Now);

        Refuses("These two are tied already. End that tie first.", () => FamilyTie.Between(son, mother, FamilyTieKind.OtherRelativeOf, false, [tie], A.Officer, A.Now));
        tie.End(A.Officer, A.Now);
        Assert.NotNull(FamilyTie.Between(mother, son, FamilyTieKind.GuardianOf, true, [tie], A.Officer, A.Now));
        Refuses("This tie has already ended.", () => tie.End(A.Officer, A.Now));
    }

    [Fact]
    public void Nobody_is_tied_to_themselves_to_another_case_or_to_an_older_child()
    {
        var (mother, son) = Pair(30, 6);

        Refuses("Choose another person of the same case.", () => FamilyTie.Between(mother, mother, FamilyTieKind.SiblingOf, true, [], A.Officer, A.Now));
        Refuses("Choose another person of the same case.", () => FamilyTie.Between(mother, A.Victim(), FamilyTieKind.SiblingOf, true, [], A.Officer, A.Now));
        Refuses(
            "A parent is older than the child. Check the ages, or who is whose parent.",
            () => FamilyTie.Between(son, mother, FamilyTieKind.ParentOf, true, [], A.Officer, A.Now));
    }

    [Theory]
    [InlineData("0300-1234567", "+923001234567")]
    [InlineData("+92 300 1234567", "+923001234567")]
    [InlineData("00923001234567", "+923001234567")]
    [InlineData("3551234567", "+923551234567")]
    [InlineData("042-5555555", "042-5555555")]
    [InlineData("+98 300 1234567", "+98 300 1234567")]
    [InlineData("0399-0000123", "0399-0000123")]
    public void Mobile_numbers_of_Pakistan_are_kept_in_one_way_and_others_as_typed(string typed, string kept) =>
        Assert.Equal(kept, PhoneNumber.Normalise(typed));

    [Theory]
    [InlineData("0520212345671", true)]
    [InlineData("9520212345671", true)]
    [InlineData("3520212345672", false)]
    [InlineData("AB1234567", false)]
    public void An_odd_number_is_doubted_and_never_refused(string number, bool isDoubted)
    {
        Assert.Equal(isDoubted, IdentityNumber.Doubt(number) is not null);
        Assert.True(IdentityNumber.TryNormalise(number, out _));
    }

    private static PersonDescription Description() => new(Sex.Female, new Age(20, false), AgeBasis.Document, null, null, "AF", null, [], null);

    private static (Victim, Victim) Pair(int first, int second)
    {
        var @case = A.Case(A.Person(age: first));
        return (@case.Victims[0], @case.AddPerson(A.Person(sex: Sex.Male, age: second), A.Officer, A.Now));
    }

    private static void Refuses(string sentence, Action act) => Assert.Equal(sentence, Assert.Throws<RuleBrokenException>(act).Sentence);
}
