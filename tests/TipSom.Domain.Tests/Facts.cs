using System.Collections;
using System.Globalization;
using System.Reflection;
using TipSom.Domain.Referrals;

namespace TipSom.Domain.Tests;

/// <summary>Everything readable of an object at one moment, so that a test can say what an act changed and what it left alone.</summary>
internal static class Facts
{
    public static SortedDictionary<string, string> Of(object subject)
    {
        var facts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in subject.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
            facts[property.Name] = Text(property.GetValue(subject));
        return facts;
    }

    /// <summary>Names of the facts that differ.</summary>
    public static IReadOnlyList<string> ChangedBetween(SortedDictionary<string, string> before, SortedDictionary<string, string> after) =>
        [.. after.Where(f => before[f.Key] != f.Value).Select(f => f.Key)];

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTimeOffset at => at.ToString("O", CultureInfo.InvariantCulture),
        IEnumerable many => string.Join("; ", many.Cast<object>().Select(Text)),
        Disclosure or ReferralEvent => string.Join(", ", Of(value).Values),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""
    };
}
