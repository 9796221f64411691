using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;

namespace TipSom.Domain.Reporting;

/// <summary>
/// The totals that an agency reports for a period: a version of them. What is signed never changes; a correction is the next version, and
/// signing it puts it in the place of the one before. A figure that is missing was not reported, which is not zero.
/// </summary>
public sealed class Return
{
    /// <summary>Longest note or reason, in characters.</summary>
    public const int WordsMaxLength = 500;

    /// <summary>What is refused of a change to signed figures.</summary>
    public const string IsSigned = "This return is signed. Correct it by a new version.";

    /// <summary>What is refused of people elsewhere in the agency.</summary>
    public const string NotHere = "Only people posted in the unit that reports for the whole agency write its returns.";

    /// <summary>What is refused of a second draft.</summary>
    public const string DraftIsThere = "A draft for this period is there already. Go on with it.";

    /// <summary>What is refused of days that signed figures cover: they would count twice.</summary>
    public const string IsCovered = "Signed figures cover days of this period. Correct that return instead.";

    /// <summary>What is refused of a period that begins on a day to come.</summary>
    public const string HasNotBegun = "This period has not begun yet.";

    private readonly List<ReturnFigure> cells = [];

    private Return() { }

    /// <summary>Internal id of the version.</summary>
    public Guid Id { get; private set; }

    /// <summary>Number such as TN-2026-7K3Q9X; the versions of one period share it.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Which version it is, from 1.</summary>
    public int Version { get; private set; }

    /// <summary>The agency that reports.</summary>
    public Guid AgencyId { get; private set; }

    /// <summary>The unit whose people write it: the first of the agency's tree, or a committee.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>How long the period is.</summary>
    public PeriodKind PeriodKind { get; private set; }

    /// <summary>First day of the period.</summary>
    public DateOnly FirstDay { get; private set; }

    /// <summary>Last day of the period.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>How far it is.</summary>
    public ReturnStatus Status { get; private set; }

    /// <summary>The version that this one corrects; null of the first.</summary>
    public Guid? ReplacesId { get; private set; }

    /// <summary>Why it is corrected, in plain words that name nobody; null of the first version.</summary>
    public string? CorrectionReason { get; private set; }

    /// <summary>What readers must know of the figures, such as "period as reported"; names nobody.</summary>
    public string? Note { get; private set; }

    /// <summary>Who wrote it last.</summary>
    public Guid WrittenById { get; private set; }

    /// <summary>Their name and rank.</summary>
    public string WrittenByName { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>Who signed it.</summary>
    public Guid? SignedById { get; private set; }

    /// <summary>Their name and rank.</summary>
    public string? SignedByName { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? SignedAt { get; private set; }

    /// <summary>Every cell that was ever written in this version.</summary>
    public IReadOnlyList<ReturnFigure> Cells => cells;

    /// <summary>The days it is for.</summary>
    public ReportPeriod Period => ReportPeriod.Beginning(PeriodKind, FirstDay.Year, FirstDay.Month);

    /// <summary>The figures.</summary>
    public FigureSet Figures => ReturnFigure.SetOf(cells);

    /// <summary>Begins a return as a draft. Refuses an agency that reports nothing, people of other units, a second draft, and days that signed figures cover.</summary>
    /// <param name="number">A free number.</param>
    /// <param name="agency">The agency that reports.</param>
    /// <param name="unit">The unit for which it is written.</param>
    /// <param name="period">The days.</param>
    /// <param name="ofUnit">The returns of that unit.</param>
    /// <param name="today">The day it is in Pakistan.</param>
    /// <param name="by">Who begins it.</param>
    /// <param name="now">When.</param>
    public static Return Begin(
        string number, Agency agency, Unit unit, ReportPeriod period, IReadOnlyCollection<Return> ofUnit, DateOnly today, Actor by, DateTimeOffset now)
    {
        if (!agency.Kind.Reports(unit) || unit.Id != by.UnitId || agency.Id != by.AgencyId)
            throw new RuleBrokenException(NotHere);
        if (RefusalOf(period, ofUnit, today) is { } sentence)
            throw new RuleBrokenException(sentence);
        return Draft(number, 1, agency.Id, unit.Id, period, by, now);
    }

    /// <summary>Why a return of the period is not begun; null where it may be.</summary>
    public static string? RefusalOf(ReportPeriod period, IReadOnlyCollection<Return> ofUnit, DateOnly today) =>
        period.From > today ? HasNotBegun
        : ofUnit.Any(r => r.Status == ReturnStatus.Draft && r.Period == period) ? DraftIsThere
        : ofUnit.Any(r => r.Status == ReturnStatus.SignedOff && r.Period.Overlaps(period)) ? IsCovered
        : null;

    /// <summary>Writes the figures and the note anew. They need not fit together while it is a draft.</summary>
    public void Write(FigureSet figures, string? note, Actor by, DateTimeOffset now)
    {
        OnlyDraft(by);
        if (figures.Values.Values.Any(v => v is < 0 or > FigureSet.Highest))
            throw new RuleBrokenException(FigureSet.Negative);
        Put(figures);
        Note = Words(note);
        (WrittenById, WrittenByName, WrittenAt) = (by.UserId, by.Name, now);
    }

    /// <summary>Signs the figures; what they correct no longer counts. Refuses a period that has not ended, no figures, and figures that do not fit together.</summary>
    /// <param name="earlier">The version that this one corrects; null of the first.</param>
    /// <param name="today">The day it is in Pakistan.</param>
    /// <param name="by">Who signs.</param>
    /// <param name="now">When.</param>
    public void SignOff(Return? earlier, DateOnly today, Actor by, DateTimeOffset now)
    {
        OnlyDraft(by);
        if (earlier?.Id != ReplacesId)
            throw new ArgumentException("This is not the version that is corrected.", nameof(earlier));
        if (LastDay >= today)
            throw new RuleBrokenException("The period has not ended yet. Sign the return after its last day.");
        var figures = Figures;
        if (figures.Values.Count == 0)
            throw new RuleBrokenException("A return without figures is not signed.");
        if (figures.Problems().Count > 0)
            throw new RuleBrokenException("Some figures do not fit together. Correct them before the return is signed.");
        (Status, SignedById, SignedByName, SignedAt) = (ReturnStatus.SignedOff, by.UserId, by.Name, now);
        if (earlier is not null)
            earlier.Status = ReturnStatus.Superseded;
    }

    /// <summary>Begins the next version with the same figures. Refuses what is not signed, a second draft, and no reason.</summary>
    /// <param name="reason">Why, in plain words that name nobody.</param>
    /// <param name="versions">The versions there are.</param>
    /// <param name="by">Who corrects.</param>
    /// <param name="now">When.</param>
    public Return Correct(string reason, IEnumerable<Return> versions, Actor by, DateTimeOffset now)
    {
        if (by.UnitId != UnitId)
            throw new RuleBrokenException(NotHere);
        if (Status != ReturnStatus.SignedOff)
            throw new RuleBrokenException("Only the signed version is corrected.");
        if (versions.Any(v => v.Status == ReturnStatus.Draft))
            throw new RuleBrokenException(DraftIsThere);
        if (Words(reason) is not { } words)
            throw new RuleBrokenException("Say why the figures are corrected.");
        var next = Draft(Number, Version + 1, AgencyId, UnitId, Period, by, now);
        (next.ReplacesId, next.CorrectionReason, next.Note) = (Id, words, Note);
        next.Put(Figures);
        return next;
    }

    private static Return Draft(string number, int version, Guid agency, Guid unit, ReportPeriod period, Actor by, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        Number = number,
        Version = version,
        AgencyId = agency,
        UnitId = unit,
        PeriodKind = period.Kind,
        FirstDay = period.From,
        LastDay = period.To,
        WrittenById = by.UserId,
        WrittenByName = by.Name,
        WrittenAt = now
    };

    private static string? Words(string? text) => text?.Trim() is { Length: > 0 } words
        ? words.Length <= WordsMaxLength ? words : throw new RuleBrokenException("This is too long.")
        : null;

    private void OnlyDraft(Actor by)
    {
        if (by.UnitId != UnitId)
            throw new RuleBrokenException(NotHere);
        if (Status != ReturnStatus.Draft)
            throw new RuleBrokenException(IsSigned);
    }

    private void Put(FigureSet figures)
    {
        foreach (var known in cells)
            known.Write(figures.Values.TryGetValue(known.Cell, out var value) ? value : null);
        cells.AddRange(figures.Values.Where(v => !cells.Exists(c => c.Cell == v.Key)).Select(v => new ReturnFigure(Id, v.Key, v.Value)));
    }
}

/// <summary>How far a return is.</summary>
public enum ReturnStatus
{
    /// <summary>Being written; counted nowhere, and seen by the own agency only.</summary>
    Draft,

    /// <summary>Signed by a supervisor: these figures count.</summary>
    SignedOff,

    /// <summary>A later version stands in its place.</summary>
    Superseded
}
