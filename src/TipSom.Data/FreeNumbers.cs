using TipSom.Domain;

namespace TipSom.Data;

/// <summary>
/// Record numbers that nobody has. A year has 33 million of each kind, so among some thousands two alike are to be expected; the
/// database picks the first of a few that is free.
/// </summary>
public static class FreeNumbers
{
    // All of them taken would need a year with tens of millions of records.
    private const int Tries = 4;

    /// <summary>Numbers to choose from, of the year it is in Pakistan.</summary>
    public static string[] Candidates(string prefix, DateTimeOffset now)
    {
        var year = PakistanTime.DayOf(now).Year;
        return [.. Enumerable.Range(0, Tries).Select(_ => RecordNumber.Draw(prefix, year))];
    }

    /// <summary>The first candidate no case and no referral has; runs in the database (<c>security.first_free_number</c>).</summary>
    public static string FirstFree(string[] candidates) => throw new InvalidOperationException("This is asked in a query.");
}
