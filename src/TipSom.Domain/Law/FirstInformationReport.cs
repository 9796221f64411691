using TipSom.Domain.Agencies;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;

namespace TipSom.Domain.Law;

/// <summary>A first information report as a station's register has it: a serial that begins anew each year (Police Rules 1934, r. 24.5; CrPC s. 154).</summary>
public sealed class FirstInformationReport
{
    /// <summary>The sentence that refuses a number the station's register has already.</summary>
    public const string NumberTaken = "This station already has an FIR with this number in this year.";

    /// <summary>The sentence that refuses a station of another agency.</summary>
    public const string OwnAgencyOnly = "Choose a station or circle of your own agency.";

    /// <summary>The sentence that refuses a report of days to come, or one that came before what it reports.</summary>
    public const string TimesInDisorder = "An FIR is recorded after what it reports, and not in the future.";

    /// <summary>Highest serial of a year.</summary>
    public const int HighestSerial = 999_999;

    private FirstInformationReport() { }

    /// <summary>Internal id; what the seal is bound to.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The station or circle in whose register it stands; a unit of the recorder's agency.</summary>
    public Guid StationUnitId { get; private set; }

    /// <summary>Year of the register.</summary>
    public int Year { get; private set; }

    /// <summary>Serial within the year, from 1.</summary>
    public int Serial { get; private set; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>When what it reports happened, or began.</summary>
    public DateTimeOffset? OccurredAt { get; private set; }

    /// <summary>Offences of the catalogue it names.</summary>
    public IReadOnlyList<string> OffenceCodes { get; private set; } = [];

    /// <summary>Ciphertext of <see cref="FirDetails"/>.</summary>
    public byte[] SealedDetails { get; private set; } = [];

    /// <summary>Who wrote it into the portal.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>The unit of that person then.</summary>
    public Guid ActorUnitId { get; private set; }

    /// <summary>Name and rank as they were then.</summary>
    public string ActorName { get; private set; } = "";

    /// <summary>The number as people write it, 15/2026.</summary>
    public string Number => $"{Serial}/{Year}";

    /// <summary>
    /// Writes down an FIR. Refuses a station that is none of the recorder's agency, a serial outside 1 to 999999, a year that is not the
    /// report's, and times in disorder. That a register has a number once is held by the database.
    /// </summary>
    /// <param name="recordedOn">The day of the report in Pakistan; its year is the register's.</param>
    public static FirstInformationReport Register(
        Guid id, Case @case, Unit station, FirFacts facts, DateOnly recordedOn, byte[] sealedDetails, Actor by, DateTimeOffset now)
    {
        @case.MustBeOpen();
        if (station.AgencyId != by.AgencyId)
            throw new RuleBrokenException(OwnAgencyOnly);
        if (facts.Serial is < 1 or > HighestSerial || facts.Year != recordedOn.Year)
            throw new RuleBrokenException("An FIR has a serial from 1, and the year in which it was recorded.");
        if (facts.RecordedAt > now || facts.OccurredAt > facts.RecordedAt)
            throw new RuleBrokenException(TimesInDisorder);
        var report = new FirstInformationReport
        {
            Id = id,
            CaseId = @case.Id,
            StationUnitId = station.Id,
            Year = facts.Year,
            Serial = facts.Serial,
            RecordedAt = facts.RecordedAt,
            OccurredAt = facts.OccurredAt,
            OffenceCodes = [.. facts.OffenceCodes.Distinct()],
            SealedDetails = sealedDetails,
            ActorId = by.UserId,
            ActorUnitId = by.UnitId,
            ActorName = by.Name
        };
        @case.IsReportedAs(report.Number);
        return report;
    }
}

/// <summary>What of an FIR lies in clear.</summary>
/// <param name="Serial">Serial within the year.</param>
/// <param name="Year">Year of the register.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="OccurredAt">When what it reports happened.</param>
/// <param name="OffenceCodes">Offences it names.</param>
public sealed record FirFacts(int Serial, int Year, DateTimeOffset RecordedAt, DateTimeOffset? OccurredAt, IReadOnlyCollection<string> OffenceCodes);

/// <summary>What of an FIR is sealed: it names people, places and papers.</summary>
/// <param name="Place">Where it happened, with distance and direction from the station.</param>
/// <param name="RecordedInPresenceOf">Who was there: for a woman a female officer, a relative or a person she agrees to (CrPC s. 154).</param>
/// <param name="PlaceOfRecording">Where it was recorded, such as her home.</param>
/// <param name="DelayReason">Why it was reported late.</param>
/// <param name="RecordingOfficer">Name and rank of who recorded it.</param>
/// <param name="EnquiryNumber">FIA enquiry number or another reference, as written.</param>
public sealed record FirDetails(
    string? Place, string? RecordedInPresenceOf, string? PlaceOfRecording, string? DelayReason, string? RecordingOfficer, string? EnquiryNumber)
{
    /// <summary>Longest answer, in characters.</summary>
    public const int MaxLength = 200;

    /// <summary>Never prints what it holds.</summary>
    public override string ToString() => nameof(FirDetails);
}
