using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Suspects;

/// <summary>
/// Somebody accused in a case, read only by those who may see the investigation. May be a person whom the same case protects: then it
/// says why, since nobody is punished for what they did because they were trafficked (PTPA 2018, s. 6; PSMA 2018, s. 8), and a
/// supervisor looks at it.
/// </summary>
public sealed class Suspect
{
    /// <summary>Longest reason to accuse a person of the case, and longest note of who looked at it, in characters.</summary>
    public const int ReasonMaxLength = 1000;

    private List<string> roleCodes = [];

    private Suspect() { }

    /// <summary>Internal id; what the details are sealed to.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Suspect 1, 2, 3 … of the case.</summary>
    public int Position { get; private set; }

    /// <summary>Ciphertext of <see cref="SuspectDetails"/>.</summary>
    public byte[] SealedDetails { get; private set; } = [];

    /// <summary>Sex.</summary>
    public Sex Sex { get; private set; }

    /// <summary>Age, exact or about.</summary>
    public Age Age { get; private set; }

    /// <summary>Country of citizenship (ISO 3166-1 alpha-2) or <see cref="PersonDescription.Stateless"/>; null where it is not known.</summary>
    public string? CitizenshipCode { get; private set; }

    /// <summary>What the suspect did in the process (code list <c>perpetrator_role</c>).</summary>
    public IReadOnlyList<string> RoleCodes => roleCodes;

    /// <summary>Whether an organised group is behind it (PTPA 2018, s. 4(b)); null where it is not known.</summary>
    public bool? InOrganisedGroup { get; private set; }

    /// <summary>Where the law stands with them.</summary>
    public SuspectStatus Status { get; private set; }

    /// <summary>The person of the same case who is accused, or who the suspect was found to be.</summary>
    public Guid? VictimId { get; private set; }

    /// <summary>Sealed reason why a person of the case is accused all the same; null where none is.</summary>
    public byte[]? SealedWhyAccused { get; private set; }

    /// <summary>When a supervisor looked at that accusation.</summary>
    public DateTimeOffset? LookedAt { get; private set; }

    /// <summary>Who looked.</summary>
    public Guid? LookedById { get; private set; }

    /// <summary>Name of who looked, as it was then.</summary>
    public string? LookedByName { get; private set; }

    /// <summary>Sealed note of who looked.</summary>
    public byte[]? SealedLookNote { get; private set; }

    /// <summary>When the suspect was found to be a victim; null where that did not happen.</summary>
    public DateTimeOffset? FoundVictimAt { get; private set; }

    /// <summary>When the suspect was entered.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who entered it.</summary>
    public Guid ById { get; private set; }

    /// <summary>Name of who entered it, as it was then.</summary>
    public string ByName { get; private set; } = "";

    /// <summary>When anything of it last changed.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Whether a person of the case is accused, and no supervisor has looked at it yet.</summary>
    public bool NeedsALook => SealedWhyAccused is not null && LookedAt is null && Status != SuspectStatus.Cleared;

    /// <summary>Enters a suspect. Refused on a closed case.</summary>
    /// <param name="id">Id of the new row, to which the details are sealed.</param>
    /// <param name="case">The case.</param>
    /// <param name="position">One more than those entered before.</param>
    /// <param name="facts">What is known in clear.</param>
    /// <param name="sealedDetails">The rest, sealed.</param>
    /// <param name="by">Who enters it.</param>
    /// <param name="now">When.</param>
    public static Suspect Enter(Guid id, Case @case, int position, SuspectFacts facts, byte[] sealedDetails, Actor by, DateTimeOffset now)
    {
        @case.MustBeOpen();
        var suspect = new Suspect { Id = id, CaseId = @case.Id, Position = position, At = now, ById = by.UserId, ByName = by.Name };
        suspect.Change(facts, sealedDetails, now);
        return suspect;
    }

    /// <summary>
    /// Enters a person whom the case protects as accused. Refuses one without a reason, one of another case, and one who is accused already.
    /// </summary>
    public static Suspect Accuse(
        Guid id, Case @case, int position, Victim person, IReadOnlyList<string> roleCodes, byte[] sealedDetails, byte[] sealedWhy,
        IEnumerable<Suspect> entered, Actor by, DateTimeOffset now)
    {
        if (person.CaseId != @case.Id)
            throw new RuleBrokenException("Choose another person of the same case.");
        if (sealedWhy.Length == 0)
            throw new RuleBrokenException("Say why the person is accused all the same.");
        if (entered.Any(s => s.VictimId == person.Id && s.Status != SuspectStatus.Cleared))
            throw new RuleBrokenException("This person is entered as accused already.");
        var facts = new SuspectFacts(person.Sex, person.Age, person.CitizenshipCode, roleCodes, null, SuspectStatus.Suspected);
        var suspect = Enter(id, @case, position, facts, sealedDetails, by, now);
        (suspect.VictimId, suspect.SealedWhyAccused) = (person.Id, sealedWhy);
        return suspect;
    }

    /// <summary>Corrects or completes what is known.</summary>
    public void Change(SuspectFacts facts, byte[] sealedDetails, DateTimeOffset now)
    {
        (Sex, Age, CitizenshipCode, roleCodes) = (facts.Sex, facts.Age.Checked(), facts.CitizenshipCode, [.. facts.RoleCodes.Distinct()]);
        (InOrganisedGroup, Status, SealedDetails, UpdatedAt) = (facts.InOrganisedGroup, facts.Status, sealedDetails, now);
    }

    /// <summary>Notes where the law stands with the suspect. Refuses what it says already.</summary>
    public void StandsAs(SuspectStatus status, DateTimeOffset now)
    {
        if (status == Status)
            throw new RuleBrokenException("This is how it stands already.");
        (Status, UpdatedAt) = (status, now);
    }

    /// <summary>
    /// A supervisor notes having looked at the accusation. Refuses where there is nothing to look at, a second look, and the one who accused.
    /// </summary>
    public void Look(byte[] sealedNote, Actor by, DateTimeOffset now)
    {
        if (SealedWhyAccused is null)
            throw new RuleBrokenException("No person of the case is accused here.");
        if (LookedAt is not null)
            throw new RuleBrokenException("A supervisor has looked at this accusation already.");
        if (by.UserId == ById)
            throw new RuleBrokenException("Somebody other than who accused the person looks at it.");
        (LookedAt, LookedById, LookedByName, SealedLookNote, UpdatedAt) = (now, by.UserId, by.Name, sealedNote, now);
    }

    /// <summary>The suspect is a victim: the tie to the person of the case is kept, and the suspicion ends. Refused a second time.</summary>
    public void IsVictim(Victim person, DateTimeOffset now)
    {
        if (person.CaseId != CaseId || (VictimId is { } known && known != person.Id))
            throw new RuleBrokenException("Choose another person of the same case.");
        if (FoundVictimAt is not null)
            throw new RuleBrokenException("The suspect was found to be a victim already.");
        (VictimId, FoundVictimAt, Status, UpdatedAt) = (person.Id, now, SuspectStatus.Cleared, now);
    }
}

/// <summary>What is known of a suspect in clear.</summary>
/// <param name="Sex">Sex.</param>
/// <param name="Age">Age, exact or about.</param>
/// <param name="CitizenshipCode">Country of citizenship, or null.</param>
/// <param name="RoleCodes">What the suspect did (code list <c>perpetrator_role</c>).</param>
/// <param name="InOrganisedGroup">Whether an organised group is behind it; null where it is not known.</param>
/// <param name="Status">Where the law stands.</param>
public sealed record SuspectFacts(
    Sex Sex, Age Age, string? CitizenshipCode, IReadOnlyList<string> RoleCodes, bool? InOrganisedGroup, SuspectStatus Status);
