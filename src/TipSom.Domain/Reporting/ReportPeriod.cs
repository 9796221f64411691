using System.Globalization;
using TipSom.Domain.Agencies;

namespace TipSom.Domain.Reporting;

/// <summary>How long a period is for which figures are reported.</summary>
public enum PeriodKind
{
    /// <summary>A month.</summary>
    Month,

    /// <summary>Three months from January, April, July or October.</summary>
    Quarter,

    /// <summary>Twelve months, as one of the kinds of <see cref="YearKind"/> has them.</summary>
    Year
}

/// <summary>The days for which figures are reported.</summary>
public readonly record struct ReportPeriod
{
    /// <summary>What is refused of a quarter that lies across others.</summary>
    public const string NoQuarter = "A quarter begins in January, April, July or October.";

    /// <summary>What is refused of a year that is none of those that figures know.</summary>
    public const string NoYear = "A year of figures begins in January, April or July.";

    private ReportPeriod(PeriodKind kind, DateOnly from) => (Kind, From) = (kind, from);

    /// <summary>How long it is.</summary>
    public PeriodKind Kind { get; }

    /// <summary>First day.</summary>
    public DateOnly From { get; }

    /// <summary>Last day.</summary>
    public DateOnly To => From.AddMonths(Months).AddDays(-1);

    /// <summary>How many months it has.</summary>
    public int Months => Kind switch { PeriodKind.Month => 1, PeriodKind.Quarter => 3, PeriodKind.Year => 12 };

    /// <summary>The period of this kind that begins in a month.</summary>
    public static ReportPeriod Beginning(PeriodKind kind, int year, int month)
    {
        if (kind == PeriodKind.Quarter && month % 3 != 1)
            throw new RuleBrokenException(NoQuarter);
        if (kind == PeriodKind.Year && month is not (1 or 4 or 7))
            throw new RuleBrokenException(NoYear);
        return new ReportPeriod(kind, new DateOnly(year, month, 1));
    }

    /// <summary>The period of this kind in which a day lies; of years the calendar year.</summary>
    public static ReportPeriod Of(PeriodKind kind, DateOnly day) => Beginning(kind, day.Year, kind switch
    {
        PeriodKind.Month => day.Month,
        PeriodKind.Quarter => day.Month - (day.Month - 1) % 3,
        PeriodKind.Year => 1
    });

    /// <summary>The whole year of figures.</summary>
    public static ReportPeriod Of(ReportYear year) => new(PeriodKind.Year, year.From);

    /// <summary>The one after it.</summary>
    public ReportPeriod Next => new(Kind, From.AddMonths(Months));

    /// <summary>The one before it.</summary>
    public ReportPeriod Before => new(Kind, From.AddMonths(-Months));

    /// <summary>Whether the two have a day in common.</summary>
    public bool Overlaps(ReportPeriod other) => From <= other.To && other.From <= To;

    /// <summary>Whether all of its days lie in a year of figures.</summary>
    public bool LiesIn(ReportYear year) => From >= year.From && To <= year.To;

    /// <summary>As files and notices write it: 2026-10, 2026-Q4, 2026, or 2026-07/2027-06. The database says the same (statistics.period_name).</summary>
    public string Name => Kind switch
    {
        PeriodKind.Month => Written(From),
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{From.Year:D4}-Q{(From.Month + 2) / 3}"),
        PeriodKind.Year => From.Month == 1 ? From.Year.ToString("D4", CultureInfo.InvariantCulture) : $"{Written(From)}/{Written(To)}"
    };

    /// <summary>The name. What a record writes of itself by default would follow the periods before without end.</summary>
    public override string ToString() => Name;

    /// <summary>Reads a name; null where it is none.</summary>
    public static ReportPeriod? Parse(string text)
    {
        var parts = Digits.Fold(text).Trim().ToUpperInvariant().Split('/');
        var first = parts[0].Split('-');
        if (first[0].Length != 4 || !Number(first[0], out var year) || year is < 1947 or > 2999)
            return null;
        if (parts.Length == 2)
        {
            ReportPeriod? whole = MonthOf(first, out var begins) && begins is 4 or 7 ? Beginning(PeriodKind.Year, year, begins) : null;
            return whole?.Name == string.Join('/', parts) ? whole : null;
        }

        if (parts.Length != 1 || first.Length > 2)
            return null;
        if (first.Length == 1)
            return Beginning(PeriodKind.Year, year, 1);
        if (first[1] is ['Q', >= '1' and <= '4' and var quarter])
            return Beginning(PeriodKind.Quarter, year, (quarter - '1') * 3 + 1);
        return MonthOf(first, out var month) ? Beginning(PeriodKind.Month, year, month) : null;
    }

    private static bool MonthOf(string[] parts, out int month)
    {
        month = 0;
        return parts.Length == 2 && parts[1].Length is 1 or 2 && Number(parts[1], out month) && month is >= 1 and <= 12;
    }

    private static bool Number(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static string Written(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}

/// <summary>Who reports figures.</summary>
public static class Reporters
{
    /// <summary>Whether agencies of this kind report. Oversight reads figures and has none of its own.</summary>
    public static bool Reports(this AgencyKind kind) => kind switch
    {
        AgencyKind.Fia or AgencyKind.Police or AgencyKind.Labour or AgencyKind.ChildProtection or AgencyKind.CareProvider or AgencyKind.Committee => true,
        AgencyKind.Oversight => false
    };

    /// <summary>Whether this unit reports: the first of the tree for the whole agency; of committees each for itself.</summary>
    public static bool Reports(this AgencyKind kind, Unit unit) =>
        kind.Reports() && unit.EndedAt is null && (unit.ParentId is null || kind == AgencyKind.Committee);
}
