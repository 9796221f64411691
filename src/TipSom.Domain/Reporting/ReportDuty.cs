using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;

namespace TipSom.Domain.Reporting;

/// <summary>That an agency owes a return for every month, quarter or year from a day. One at a time; what was owed before stays on record.</summary>
public sealed class ReportDuty
{
    private ReportDuty() { }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The agency that reports.</summary>
    public Guid AgencyId { get; private set; }

    /// <summary>How often.</summary>
    public PeriodKind PeriodKind { get; private set; }

    /// <summary>First day of the first period that is owed.</summary>
    public DateOnly Since { get; private set; }

    /// <summary>Who said so.</summary>
    public Guid SetById { get; private set; }

    /// <summary>Their name and rank.</summary>
    public string SetByName { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset SetAt { get; private set; }

    /// <summary>When it ended, or another took its place; null while it is owed.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Says that an agency owes returns from a period on. Refuses an agency that reports nothing.</summary>
    public static ReportDuty Owe(Agency agency, ReportPeriod first, Actor by, DateTimeOffset now)
    {
        if (!agency.Kind.Reports())
            throw new RuleBrokenException("Agencies of this kind report no figures.");
        return new ReportDuty
        {
            Id = Guid.CreateVersion7(),
            AgencyId = agency.Id,
            PeriodKind = first.Kind,
            Since = first.From,
            SetById = by.UserId,
            SetByName = by.Name,
            SetAt = now
        };
    }

    /// <summary>Ends it.</summary>
    public void End(DateTimeOffset now) => EndedAt ??= now;
}
