using System.Collections.Frozen;
using System.Resources;

namespace TipSom.Web.Localisation;

/// <summary>
/// Every Urdu sentence, merged once from all <c>Resources/Ui*.ur.resx</c>: a new part file is found without being listed anywhere.
/// </summary>
public static class Translations
{
    private static readonly Lazy<(FrozenDictionary<string, string> Table, IReadOnlyList<string> Conflicts)> Loaded = new(Load);

    public static FrozenDictionary<string, string> Urdu => Loaded.Value.Table;

    /// <summary>Keys that two part files translate differently; a test keeps this empty.</summary>
    public static IReadOnlyList<string> Conflicts => Loaded.Value.Conflicts;

    private static (FrozenDictionary<string, string>, IReadOnlyList<string>) Load()
    {
        // A resource file cannot hold two keys that differ in case only, and Urdu has no case.
        var table = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var conflicts = new List<string>();
        var satellite = typeof(Ui).Assembly.GetSatelliteAssembly(new("ur"));
        var parts = satellite.GetManifestResourceNames()
            .Where(name => name.StartsWith("TipSom.Web.Resources.Ui.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            using var reader = new ResourceReader(satellite.GetManifestResourceStream(part)!);
            foreach (System.Collections.DictionaryEntry entry in reader)
            {
                var (key, value) = ((string)entry.Key, (string)entry.Value!);
                if (!table.TryAdd(key, value) && table[key] != value)
                    conflicts.Add(key);
            }
        }

        return (table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase), conflicts);
    }
}
