namespace TipSom.Domain.Reporting;

/// <summary>Which twelve months a year of figures means (counting rule 5).</summary>
public enum YearKind
{
    /// <summary>January to December.</summary>
    Calendar,

    /// <summary>The fiscal year of Pakistan, July to June.</summary>
    Fiscal,

    /// <summary>April to March, the period of the Trafficking in Persons Report.</summary>
    AprilToMarch
}

/// <summary>A year of figures.</summary>
/// <param name="Kind">Which twelve months.</param>
/// <param name="Begins">The calendar year in which it begins.</param>
public readonly record struct ReportYear(YearKind Kind, int Begins)
{
    /// <summary>First day.</summary>
    public DateOnly From => new(Begins, FirstMonthOf(Kind), 1);

    /// <summary>Last day.</summary>
    public DateOnly To => From.AddYears(1).AddDays(-1);

    /// <summary>The year before it.</summary>
    public ReportYear Before => this with { Begins = Begins - 1 };

    /// <summary>The year after it.</summary>
    public ReportYear After => this with { Begins = Begins + 1 };

    /// <summary>As it is written: 2020, or 2020-21 where it lies in two calendar years.</summary>
    public string Name => Kind == YearKind.Calendar ? $"{Begins:D4}" : $"{Begins:D4}-{(Begins + 1) % 100:D2}";

    /// <summary>The name. What a record writes of itself by default would follow the years before without end.</summary>
    public override string ToString() => Name;

    /// <summary>The year of this kind in which a day lies.</summary>
    public static ReportYear Of(YearKind kind, DateOnly day) => new(kind, day.Month >= FirstMonthOf(kind) ? day.Year : day.Year - 1);

    private static int FirstMonthOf(YearKind kind) => kind switch
    {
        YearKind.Calendar => 1,
        YearKind.Fiscal => 7,
        YearKind.AprilToMarch => 4
    };
}
