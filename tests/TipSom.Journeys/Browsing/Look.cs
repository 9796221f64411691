using System.Globalization;
using TipSom.Web.Localisation;

namespace TipSom.Journeys.Browsing;

/// <summary>How somebody sees the portal.</summary>
public sealed record Look(string Culture = Look.English, int Width = Look.Desk, bool Dark = false, bool Script = true)
{
    public const string English = "en-PK";
    public const string Urdu = "ur-PK";
    public const int Desk = 1280;
    public const int Phone = 360;
    public const int Narrowest = 320;

    public bool IsUrdu => Culture == Urdu;

    /// <summary>A sentence as this reader sees it; the English one is its key.</summary>
    public string Say(string key, params object[] arguments)
    {
        var sentence = !IsUrdu ? key
            : Translations.Urdu.TryGetValue(key, out var urdu) ? urdu
            : throw new InvalidOperationException($"\"{key}\" has no Urdu.");
        return arguments.Length == 0 ? sentence : string.Format(CultureInfo.GetCultureInfo(Culture), sentence, arguments);
    }
}
