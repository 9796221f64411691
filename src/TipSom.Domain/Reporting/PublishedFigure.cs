using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;

namespace TipSom.Domain.Reporting;

/// <summary>A figure that somebody published, as it was printed: with its source and page, beside the figures that agencies report. Never changed: withdrawn, and entered anew.</summary>
public sealed class PublishedFigure
{
    /// <summary>Longest source, note or reason, in characters.</summary>
    public const int WordsMaxLength = 500;

    /// <summary>Longest page, in characters.</summary>
    public const int PageMaxLength = 60;

    /// <summary>What is refused of a second figure of the same.</summary>
    public const string StandsAlready = "This figure of this year stands already. Withdraw it first, with a reason.";

    private PublishedFigure() { }

    /// <summary>Internal id; of the figures that come with the program the one in its reference file.</summary>
    public Guid Id { get; private set; }

    /// <summary>Which twelve months.</summary>
    public YearKind YearKind { get; private set; }

    /// <summary>The calendar year in which they begin.</summary>
    public int Begins { get; private set; }

    /// <summary>Whose figures they are: the agencies of this kind together.</summary>
    public AgencyKind Authority { get; private set; }

    /// <summary>Which figure.</summary>
    public FigureCell Cell { get; private set; }

    /// <summary>How many.</summary>
    public int Value { get; private set; }

    /// <summary>Where it was published, as a reader can find it.</summary>
    public string Source { get; private set; } = "";

    /// <summary>The page, or that none is given.</summary>
    public string Page { get; private set; } = "";

    /// <summary>When it was published; null where the source does not say.</summary>
    public DateOnly? PublishedOn { get; private set; }

    /// <summary>What readers must know of it.</summary>
    public string? Note { get; private set; }

    /// <summary>Who entered it; null where it came with the program.</summary>
    public Guid? EnteredById { get; private set; }

    /// <summary>Their name and rank.</summary>
    public string? EnteredByName { get; private set; }

    /// <summary>When; null where it came with the program.</summary>
    public DateTimeOffset? EnteredAt { get; private set; }

    /// <summary>When it was withdrawn; null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Who withdrew it.</summary>
    public Guid? WithdrawnById { get; private set; }

    /// <summary>Their name and rank.</summary>
    public string? WithdrawnByName { get; private set; }

    /// <summary>Why.</summary>
    public string? WithdrawalReason { get; private set; }

    /// <summary>The year.</summary>
    public ReportYear Year => new(YearKind, Begins);

    /// <summary>Enters a figure. Refuses an authority that reports nothing, a year that has not begun, and a second figure of the same.</summary>
    public static PublishedFigure Enter(
        ReportYear year, AgencyKind authority, FigureCell cell, int value, Published from, bool standsAlready, DateOnly today, Actor by, DateTimeOffset now)
    {
        if (year.From > today || from.On > today)
            throw new RuleBrokenException("Nothing was published on a day to come.");
        if (standsAlready)
            throw new RuleBrokenException(StandsAlready);
        var figure = OfProgram(Guid.CreateVersion7(), year, authority, cell, value, from);
        (figure.EnteredById, figure.EnteredByName, figure.EnteredAt) = (by.UserId, by.Name, now);
        return figure;
    }

    /// <summary>A figure that comes with the program.</summary>
    public static PublishedFigure OfProgram(Guid id, ReportYear year, AgencyKind authority, FigureCell cell, int value, Published from)
    {
        if (!authority.Reports())
            throw new RuleBrokenException("Agencies of this kind report no figures.");
        if (value is < 0 or > FigureSet.Highest)
            throw new RuleBrokenException(FigureSet.Negative);
        return new PublishedFigure
        {
            Id = id,
            YearKind = year.Kind,
            Begins = year.Begins,
            Authority = authority,
            Cell = cell,
            Value = value,
            Source = from.Source.Trim(),
            Page = from.Page.Trim(),
            PublishedOn = from.On,
            Note = from.Note?.Trim() is { Length: > 0 } note ? note : null
        };
    }

    /// <summary>Takes it out of every table of figures; the row stays, with the reason.</summary>
    public void Withdraw(string reason, Actor by, DateTimeOffset now)
    {
        if (WithdrawnAt is not null)
            throw new RuleBrokenException("This figure was withdrawn already.");
        if (string.IsNullOrWhiteSpace(reason))
            throw new RuleBrokenException("Say why the figure is withdrawn.");
        (WithdrawnAt, WithdrawnById, WithdrawnByName, WithdrawalReason) = (now, by.UserId, by.Name, reason.Trim());
    }
}

/// <summary>Where a figure stands printed.</summary>
/// <param name="Source">The publication.</param>
/// <param name="Page">The page.</param>
/// <param name="On">The day of publication; null where it is not given.</param>
/// <param name="Note">What readers must know.</param>
public sealed record Published(string Source, string Page, DateOnly? On, string? Note);
