using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;
using TipSom.Domain.Imports;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Cases;

/// <summary>A case of trafficking or smuggling as the unit that holds it works on it.</summary>
public sealed partial class Case
{
    /// <summary>Longest account of what happened on the fast page, in characters.</summary>
    public const int NarrativeMaxLength = 2000;

    /// <summary>The sentence that refuses a hand-over beyond the units the supervisor answers for.</summary>
    public const string OwnTreeOnly = "A supervisor hands a case over within the own tree of units.";

    private readonly List<Victim> victims = [];
    private readonly List<CaseEvent> events = [];

    private Case() { }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Number people use, <c>TS-2026-7K3Q9X</c>.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Trafficking or smuggling.</summary>
    public CaseKind Kind { get; private set; }

    /// <summary>Whether a border crossing is part of it.</summary>
    public BorderCrossing Border { get; private set; }

    /// <summary>Who should investigate by law; a hand-over is proposed where the holder is of another kind.</summary>
    public AgencyKind ProposedLead { get; private set; }

    /// <summary>Open or closed.</summary>
    public CaseStatus Status { get; private set; }

    /// <summary>Why it was closed; null while it is open.</summary>
    public CloseReason? ClosedFor { get; private set; }

    /// <summary>District where the people were found.</summary>
    public string DistrictCode { get; private set; } = "";

    /// <summary>FIR or diary number, once there is one.</summary>
    public string? StationReference { get; private set; }

    /// <summary>The day on which the people were found, where it is not the day of logging.</summary>
    public DateOnly? FoundOn { get; private set; }

    /// <summary>The register it was brought in with; null where it was logged by hand.</summary>
    public Guid? ImportId { get; private set; }

    /// <summary>Sealed account of what happened; null when nothing was written.</summary>
    public byte[]? SealedNarrative { get; private set; }

    /// <summary>The unit that holds the case.</summary>
    public Guid HoldingUnitId { get; private set; }

    /// <summary>The agency of that unit.</summary>
    public Guid HoldingAgencyId { get; private set; }

    /// <summary>Who logged it.</summary>
    public Guid LoggedById { get; private set; }

    /// <summary>Name of who logged it, as it was then.</summary>
    public string LoggedByName { get; private set; } = "";

    /// <summary>When it was logged.</summary>
    public DateTimeOffset LoggedAt { get; private set; }

    /// <summary>When anything of it last changed.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>When who its people are was erased for good; null where it was not. The database writes it.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>The people in the case.</summary>
    public IReadOnlyList<Victim> Victims => victims;

    /// <summary>The timeline.</summary>
    public IReadOnlyList<CaseEvent> Events => events;

    /// <summary>Whether it is being worked on.</summary>
    public bool IsOpen => Status == CaseStatus.Open;

    /// <summary>Logs a case with its first person, under a number nobody else has. The narrative is sealed afterwards with <see cref="KeepNarrative"/>.</summary>
    public static Case Log(string number, CaseFacts facts, PersonFacts person, Actor by, DateTimeOffset now)
    {
        RefuseMalformed(facts.StationReference);
        var @case = new Case
        {
            Id = Guid.CreateVersion7(),
            Number = number,
            Kind = facts.Kind,
            Border = facts.Border,
            ProposedLead = Jurisdiction.ProposedLead(facts.Kind, facts.Border),
            DistrictCode = facts.DistrictCode,
            StationReference = facts.StationReference,
            FoundOn = facts.FoundOn,
            HoldingUnitId = by.UnitId,
            HoldingAgencyId = by.AgencyId,
            LoggedById = by.UserId,
            LoggedByName = by.Name,
            LoggedAt = now,
            UpdatedAt = now
        };
        @case.victims.Add(new Victim(@case.Id, 1, person, facts.Kind, by, now));
        @case.Record(CaseEventKind.Logged, by, now);
        return @case;
    }

    /// <summary>Says that the case came with a register, for the unit that will hold it; before it is stored.</summary>
    public void BroughtInWith(RegisterImport import) =>
        (ImportId, HoldingUnitId, HoldingAgencyId) = (import.Id, import.UnitId, import.AgencyId);

    /// <summary>Adds another person found with the first. Refused on a closed case.</summary>
    public Victim AddPerson(PersonFacts person, Actor by, DateTimeOffset now)
    {
        if (!IsOpen)
            throw new RuleBrokenException("This case is closed. Reopen it to add a person.");
        var victim = new Victim(Id, victims.Count + 1, person, Kind, by, now);
        victims.Add(victim);
        Record(CaseEventKind.PersonAdded, by, now, victim.Position);
        return victim;
    }

    /// <summary>
    /// Hands the case with its unfinished referrals to another unit of the same agency; the database moves them and who sees them.
    /// Refuses a closed case, the unit that holds it already, and a unit of another agency.
    /// </summary>
    public void HandOver(Unit to, Actor by, DateTimeOffset now)
    {
        if (!IsOpen)
            throw new RuleBrokenException("This case is closed. Reopen it to hand it over.");
        if (to.AgencyId != HoldingAgencyId)
            throw new RuleBrokenException(OwnTreeOnly);
        if (to.Id == HoldingUnitId)
            throw new RuleBrokenException("This unit holds the case already.");
        HoldingUnitId = to.Id;
        Record(CaseEventKind.HandedOver, by, now, toUnitId: to.Id);
    }

    /// <summary>
    /// Moves the case under the other law; who should investigate follows. Refuses a closed case and the law it falls under already.
    /// Why is kept in the <see cref="Law.Reclassification"/> this returns, so that the figures keep their trail.
    /// </summary>
    /// <param name="to">The law it falls under from now on.</param>
    /// <param name="id">Id of the row of history; what the seal of the reason is bound to.</param>
    /// <param name="sealedReason">Why, sealed.</param>
    public Law.Reclassification Reclassify(CaseKind to, Guid id, byte[] sealedReason, Actor by, DateTimeOffset now)
    {
        MustBeOpen();
        if (to == Kind)
            throw new RuleBrokenException("This case falls under that law already.");
        var history = new Law.Reclassification(id, Id, Kind, to, sealedReason, by, now);
        Kind = to;
        ProposedLead = Jurisdiction.ProposedLead(Kind, Border);
        Record(CaseEventKind.Reclassified, by, now);
        return history;
    }

    /// <summary>Notes whether a border crossing turned out to be part of it; who should investigate follows. Refuses a closed case.</summary>
    public void LearnBorder(BorderCrossing border, Actor by, DateTimeOffset now)
    {
        MustBeOpen();
        if (border == Border)
            return;
        Border = border;
        ProposedLead = Jurisdiction.ProposedLead(Kind, Border);
        Record(CaseEventKind.BorderChanged, by, now);
    }

    /// <summary>A person decides who should lead, whatever the table says; the reason is kept by <see cref="Law.CaseLaw"/>.</summary>
    internal void ProposeLead(AgencyKind lead, Actor by, DateTimeOffset now)
    {
        ProposedLead = lead;
        Record(CaseEventKind.LeadDecided, by, now);
    }

    /// <summary>Keeps the sealed account of what happened; null where there is none any more.</summary>
    public void KeepNarrative(byte[]? sealedNarrative) => SealedNarrative = sealedNarrative;

    /// <summary>Writes a line on the timeline.</summary>
    public void Record(CaseEventKind kind, Actor by, DateTimeOffset now, int? person = null, string? referralNumber = null, Guid? toUnitId = null)
    {
        events.Add(new CaseEvent(Id, kind, by, now, person, referralNumber, toUnitId));
        UpdatedAt = now;
    }
}

/// <summary>What the fast page asks about the case itself.</summary>
/// <param name="Kind">Trafficking or smuggling.</param>
/// <param name="DistrictCode">District where found.</param>
/// <param name="Border">Whether a border crossing is part of it.</param>
/// <param name="StationReference">FIR or diary number, if there is one.</param>
/// <param name="FoundOn">The day on which the people were found, where it is not the day of logging.</param>
public sealed record CaseFacts(CaseKind Kind, string DistrictCode, BorderCrossing Border, string? StationReference, DateOnly? FoundOn = null);
