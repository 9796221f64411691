using TipSom.Domain.Cases;
using TipSom.Domain.Identity;

namespace TipSom.Domain.Assessment;

/// <summary>Who wrote a version of a record about a person, and when. A version stays as it was written; what changes is written anew.</summary>
/// <param name="At">When.</param>
/// <param name="ById">Whose act it was.</param>
/// <param name="ByUnitId">The unit of that person then.</param>
/// <param name="ByName">Name and rank as they were then.</param>
public sealed record Writing(DateTimeOffset At, Guid ById, Guid ByUnitId, string ByName)
{
    /// <summary>Longest free text of one record, in characters.</summary>
    public const int NoteMaxLength = 2000;

    /// <summary>The sentence that refuses to write over a version the writer has not read.</summary>
    public const string NotReadYet = "Somebody else changed this while you were reading it. Look at it again before you go on.";

    internal static Writing Of(Case @case, Actor by, DateTimeOffset now)
    {
        @case.MustBeOpen();
        return new(now, by.UserId, by.UnitId, by.Name);
    }
}

/// <summary>Which version a new one was made from, and which is the latest; they must be the same.</summary>
/// <param name="Read">The version the writer had before them; 0 where there was none.</param>
/// <param name="Latest">The latest there is; 0 where there is none.</param>
public readonly record struct Versions(int Read, int Latest)
{
    /// <summary>The number of the new version. Refuses one that was not made from the latest.</summary>
    internal int Next => Read == Latest ? Latest + 1 : throw new RuleBrokenException(Writing.NotReadYet);
}
