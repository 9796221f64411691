namespace TipSom.Web.Documents;

/// <summary>Where the virus scanner is. Without one, documents wait and nobody opens them.</summary>
public sealed class ScannerOptions
{
    /// <summary>Host of clamd; null: none.</summary>
    public string? Host { get; init; }

    public int Port { get; init; } = 3310;

    /// <summary>Calls every document clean without looking. For a developer's own machine; refused elsewhere.</summary>
    public bool IsOff { get; init; }

    /// <summary>On a developer's own machine: where there is no scanner, what is asked while somebody waits counts as clean.</summary>
    public bool MayDoWithout { get; init; }

    /// <summary>How long one document may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    public bool IsSet => !string.IsNullOrWhiteSpace(Host);

    /// <summary>What is wrong with the settings; null when nothing is.</summary>
    public string? ProblemIn(IHostEnvironment environment) =>
        IsOff && !environment.IsDevelopment() ? "Scanner:Off is for Development. Name a virus scanner in Scanner:Host; until it answers, documents wait."
        : IsOff && IsSet ? "Scanner:Off and Scanner:Host exclude each other."
        : Port is < 1 or > 65535 ? "Scanner:Port is not a port."
        : null;
}
