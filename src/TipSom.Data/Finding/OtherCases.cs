namespace TipSom.Data.Finding;

/// <summary>In which other cases a person is known to be.</summary>
public static class OtherCases
{
    /// <summary>
    /// Their numbers, a space between, with a hyphen before those of cases the reader does not see; null where there are none. Runs in the
    /// database (<c>security.also_in</c>).
    /// </summary>
    public static string? Of(Guid victimId) => throw new InvalidOperationException("This is asked in a query.");
}
