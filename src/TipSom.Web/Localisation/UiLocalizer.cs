using System.Globalization;
using Microsoft.Extensions.Localization;

namespace TipSom.Web.Localisation;

/// <summary>Looks a sentence up in <see cref="Translations"/>; in English the key is the sentence.</summary>
public sealed class UiLocalizer : IStringLocalizer
{
    public LocalizedString this[string name] => Find(name);

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var found = Find(name);
            return new(name, string.Format(CultureInfo.CurrentCulture, found.Value, arguments), found.ResourceNotFound);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        Translations.Urdu.Keys.Select(Find);

    private static LocalizedString Find(string key)
    {
        if (!Cultures.IsUrdu(CultureInfo.CurrentUICulture))
            return new(key, key);
        return Translations.Urdu.TryGetValue(key, out var urdu) ? new(key, urdu) : new(key, key, resourceNotFound: true);
    }
}

/// <summary>One table for pages, tag helpers and data annotations alike, whatever type asks.</summary>
public sealed class UiLocalizerFactory : IStringLocalizerFactory
{
    private readonly UiLocalizer _localizer = new();

    public IStringLocalizer Create(Type resourceSource) => _localizer;

    public IStringLocalizer Create(string baseName, string location) => _localizer;
}
