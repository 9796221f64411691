namespace TipSom.Domain.Reference;

/// <summary>One value on which a rule rests and which nobody should find in code, with where it was read and whether it was checked.</summary>
/// <param name="key">Key, such as law.ptpa_2025_from.</param>
/// <param name="value">The value as text.</param>
/// <param name="source">Where it was read.</param>
/// <param name="isVerified">Whether somebody who knows has checked it; otherwise pages say that it is not verified.</param>
/// <param name="note">Doubts and remarks.</param>
public sealed class ReferenceSetting(string key, string value, string source, bool isVerified, string? note = null)
{
    /// <summary>Key of the day from which the PTPA 2018 as amended in 2025 is taken to be law.</summary>
    public const string TraffickingAmended = "law.ptpa_2025_from";

    /// <summary>Key of the day from which the PSMA 2018 as amended in 2025 is taken to be law.</summary>
    public const string SmugglingAmended = "law.psma_2025_from";

    /// <summary>Key.</summary>
    public string Key { get; private set; } = key;

    /// <summary>The value as text.</summary>
    public string Value { get; private set; } = value;

    /// <summary>Where it was read.</summary>
    public string Source { get; private set; } = source;

    /// <summary>Whether somebody who knows has checked it.</summary>
    public bool IsVerified { get; private set; } = isVerified;

    /// <summary>Doubts and remarks.</summary>
    public string? Note { get; private set; } = note;

    /// <summary>The value as a day.</summary>
    public DateOnly Day => DateOnly.ParseExact(Value, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
