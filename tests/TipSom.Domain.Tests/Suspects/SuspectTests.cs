using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Suspects;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Tests.Suspects;

public sealed class SuspectTests
{
    private static readonly Actor Supervisor = new(Guid.CreateVersion7(), A.Officer.UnitId, A.PoliceAgency, "DSP Test Supervisor");

    [Fact]
    public void A_suspect_is_entered_with_what_is_known()
    {
        var suspect = Entered(A.Case());

        Assert.Equal((1, SuspectStatus.Suspected, A.Officer.Name), (suspect.Position, suspect.Status, suspect.ByName));
        Assert.Equal(["RECRUIT"], suspect.RoleCodes);
        Assert.False(suspect.NeedsALook);
    }

    [Fact]
    public void How_it_stands_changes_once_at_a_time()
    {
        var suspect = Entered(A.Case());

        suspect.StandsAs(SuspectStatus.Arrested, A.Now);

        Assert.Equal(SuspectStatus.Arrested, suspect.Status);
        Refuses("This is how it stands already.", () => suspect.StandsAs(SuspectStatus.Arrested, A.Now));
    }

    [Fact]
    public void A_person_of_the_case_is_accused_only_with_a_reason_and_once()
    {
        var @case = A.Case();
        var accused = Accused(@case);

        Assert.Equal((@case.Victims[0].Id, @case.Victims[0].Sex, true), (accused.VictimId, accused.Sex, accused.NeedsALook));
        Refuses("This person is entered as accused already.", () => Accused(@case, entered: [accused]));
        Refuses("Say why the person is accused all the same.", () => Accused(@case, why: []));
        Refuses("Choose another person of the same case.", () => Accused(@case, A.Victim()));
        accused.StandsAs(SuspectStatus.Cleared, A.Now);
        Assert.False(accused.NeedsALook);
        Assert.NotNull(Accused(@case, entered: [accused]));
    }

    [Fact]
    public void A_supervisor_looks_once_and_not_at_the_own_accusation()
    {
        var accused = Accused(A.Case());
        Refuses("Somebody other than who accused the person looks at it.", () => accused.Look([1], A.Officer, A.Now));

        accused.Look([1], Supervisor, A.Now);

        Assert.Equal((A.Now, Supervisor.UserId, Supervisor.Name, false), (accused.LookedAt, accused.LookedById, accused.LookedByName, accused.NeedsALook));
        Refuses("A supervisor has looked at this accusation already.", () => accused.Look([1], Supervisor, A.Now));
        Refuses("No person of the case is accused here.", () => Entered(A.Case()).Look([1], Supervisor, A.Now));
    }

    [Fact]
    public void A_suspect_found_to_be_a_victim_is_suspected_no_longer_and_the_tie_stays()
    {
        var @case = A.Case();
        var suspect = Entered(@case);
        var person = @case.AddPerson(A.Person(sex: Sex.Male), A.Officer, A.Now);

        suspect.IsVictim(person, A.Now);

        Assert.Equal((person.Id, A.Now, SuspectStatus.Cleared), (suspect.VictimId, suspect.FoundVictimAt, suspect.Status));
        Refuses("The suspect was found to be a victim already.", () => suspect.IsVictim(person, A.Now));
        Refuses("Choose another person of the same case.", () => Accused(@case).IsVictim(person, A.Now));
    }

    private static Suspect Entered(Case @case) => Suspect.Enter(
        Guid.NewGuid(), @case, 1, new SuspectFacts(Sex.Male, new Age(40, true), "PK", ["RECRUIT", "RECRUIT"], null, SuspectStatus.Suspected), [1], A.Officer, A.Now);

    private static Suspect Accused(Case @case, Victim? person = null, byte[]? why = null, Suspect[]? entered = null) =>
        Suspect.Accuse(Guid.NewGuid(), @case, 1, person ?? @case.Victims[0], [], [1], why ?? [1], entered ?? [], A.Officer, A.Now);

    private static void Refuses(string sentence, Action act) => Assert.Equal(sentence, Assert.Throws<RuleBrokenException>(act).Sentence);
}
