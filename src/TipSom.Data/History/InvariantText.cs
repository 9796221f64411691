using System.Collections;
using System.Globalization;

namespace TipSom.Data.History;

/// <summary>A value of a plain column as text that is the same whoever wrote it.</summary>
public static class InvariantText
{
    /// <summary>What stands between the values of a list.</summary>
    public const string Between = ", ";

    /// <summary>Null for what is empty.</summary>
    public static string? Of(object? value) => value switch
    {
        null => null,
        string text => text.Length == 0 ? null : text,
        DateTimeOffset moment => moment.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable list => string.Join(Between, list.Cast<object?>().Select(Of)) is { Length: > 0 } all ? all : null,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)
    };
}
