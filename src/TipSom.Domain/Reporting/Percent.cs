namespace TipSom.Domain.Reporting;

/// <summary>Shares and changes as the national figures print them: in percent, two decimals, halves away from zero.</summary>
public static class Percent
{
    /// <summary>The share of a part in a whole; null where one was not reported, and of nothing.</summary>
    public static decimal? Of(int? part, int? whole) => part is null || whole is null or 0 ? null : Rounded(100m * part.Value / whole.Value);

    /// <summary>The change against an earlier figure; null where one was not reported, and against zero.</summary>
    public static decimal? Change(int? now, int? before) =>
        now is null || before is null or 0 ? null : Rounded(100m * (now.Value - before.Value) / before.Value);

    private static decimal Rounded(decimal percent) => Math.Round(percent, 2, MidpointRounding.AwayFromZero);
}
