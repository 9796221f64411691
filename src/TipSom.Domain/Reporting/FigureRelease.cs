using TipSom.Domain.Identity;

namespace TipSom.Domain.Reporting;

/// <summary>
/// The public figures of a calendar year, made on one day and fixed: once signed off they are read by everybody without an account and never
/// change. A later count of the year is a further release, which rests on the one before.
/// </summary>
public sealed class FigureRelease
{
    /// <summary>What is refused of a second signature.</summary>
    public const string SignedAlready = "This release is signed off already.";

    /// <summary>What is refused of a release made before another of its year was signed off.</summary>
    public const string Overtaken = "Another release of this year was signed off since. Make this one anew.";

    /// <summary>What is refused of a year that has not ended.</summary>
    public const string NotEnded = "The year has not ended. Its figures are released once it has.";

    private FigureRelease() { }

    /// <summary>Internal id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Number in its address, <c>TF-2026-7K3Q9X</c>.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The calendar year of the figures.</summary>
    public int Year { get; private set; }

    /// <summary>The release before of the same year; null where this is the first.</summary>
    public Guid? EarlierId { get; private set; }

    /// <summary>What is published, as JSON.</summary>
    public string Content { get; private set; } = "";

    /// <summary>When it was made; the figures are of this moment.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>Who made it.</summary>
    public Guid MadeById { get; private set; }

    /// <summary>Name and rank as they were then.</summary>
    public string MadeByName { get; private set; } = "";

    /// <summary>When it was signed off; null while nobody outside reads it.</summary>
    public DateTimeOffset? SignedAt { get; private set; }

    /// <summary>Who signed it off.</summary>
    public Guid? SignedById { get; private set; }

    /// <summary>Name and rank as they were then.</summary>
    public string? SignedByName { get; private set; }

    /// <summary>Makes one. Refuses a year that has not ended.</summary>
    /// <param name="number">A number nobody else has.</param>
    /// <param name="year">The calendar year.</param>
    /// <param name="earlier">The latest signed release of the year, if there is one.</param>
    /// <param name="content">What is published.</param>
    /// <param name="today">The day in Pakistan.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="now">When.</param>
    public static FigureRelease Make(string number, int year, FigureRelease? earlier, string content, DateOnly today, Actor by, DateTimeOffset now)
    {
        RefuseYear(year, today);
        return new FigureRelease
        {
            Id = Guid.CreateVersion7(),
            Number = number,
            Year = year,
            EarlierId = earlier?.Id,
            Content = content,
            MadeAt = now,
            MadeById = by.UserId,
            MadeByName = by.Name
        };
    }

    /// <summary>Refuses a year that has not ended.</summary>
    public static void RefuseYear(int year, DateOnly today)
    {
        if (year >= today.Year)
            throw new RuleBrokenException(NotEnded);
    }

    /// <summary>Signs it off: from now on everybody reads it. Refuses a second time, and one that was made before the latest was signed.</summary>
    public void SignOff(FigureRelease? latest, Actor by, DateTimeOffset now)
    {
        if (SignedAt is not null)
            throw new RuleBrokenException(SignedAlready);
        if (latest?.Id != EarlierId)
            throw new RuleBrokenException(Overtaken);
        (SignedAt, SignedById, SignedByName) = (now, by.UserId, by.Name);
    }
}

/// <summary>The counts on which a release rests, as JSON; never published. Each later release of the year needs them.</summary>
public sealed class ReleaseBases
{
    private ReleaseBases() { }

    /// <summary>Keeps the counts of a release.</summary>
    public ReleaseBases(FigureRelease release, string bases) => (ReleaseId, Bases) = (release.Id, bases);

    /// <summary>The release.</summary>
    public Guid ReleaseId { get; private set; }

    /// <summary>Counts by key.</summary>
    public string Bases { get; private set; } = "";
}
