using System.Text.RegularExpressions;

namespace TipSom.Domain.Cases;

/// <summary>FIR or daily-diary number as written at a station: serial and year, <c>123/2026</c>.</summary>
public static partial class StationReference
{
    /// <summary>Longest reference, in characters.</summary>
    public const int MaxLength = 12;

    /// <summary>Whether the text, with ASCII digits, is a serial and a four-digit year.</summary>
    public static bool IsValid(string text) => Form().IsMatch(text);

    [GeneratedRegex(@"^[0-9]{1,6}/[0-9]{4}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
