using System.Globalization;

namespace TipSom.Web.Navigation;

/// <summary>Where the next page of a list in order of time begins: after this row. Fits in an address and names nobody.</summary>
public static class ListCursor
{
    public static string Of(DateTimeOffset at, Guid id) => string.Create(CultureInfo.InvariantCulture, $"{at.UtcTicks:x}-{id:n}");

    /// <summary>Null when there is none, or it is not one of ours: the list then begins at its beginning.</summary>
    public static (DateTimeOffset At, Guid Id)? Read(string? text) =>
        text?.Split('-') is [var at, var id]
        && long.TryParse(at, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var ticks)
        && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.Ticks
        && Guid.TryParseExact(id, "n", out var row)
            ? (new DateTimeOffset(ticks, TimeSpan.Zero), row)
            : null;
}
