using System.Globalization;

namespace TipSom.Web.Localisation;

/// <summary>A stored name in both languages, such as an agency's or a district's; shown inside <c>ts-name</c>.</summary>
public sealed record BilingualName(string En, string Ur)
{
    /// <summary>The name in the reader's language.</summary>
    public string Here => Cultures.IsUrdu(CultureInfo.CurrentUICulture) ? Ur : En;
}
