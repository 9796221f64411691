using System.Globalization;

namespace TipSom.Domain.Agencies;

/// <summary>A province, the capital territory, or one of the two territories.</summary>
/// <param name="code">Key, such as PB.</param>
/// <param name="iso">ISO 3166-2 code, such as PK-PB.</param>
/// <param name="pcode">P-code of OCHA for exchange, such as PK6; not the key.</param>
/// <param name="kind">Province, capital or territory.</param>
/// <param name="nameEn">English name.</param>
/// <param name="nameUr">Urdu name.</param>
/// <param name="sortOrder">Place in lists, from 1.</param>
public sealed class Province(string code, string iso, string pcode, ProvinceKind kind, string nameEn, string nameUr, int sortOrder)
{
    /// <summary>Key, such as PB.</summary>
    public string Code { get; private set; } = code;

    /// <summary>ISO 3166-2 code, such as PK-PB.</summary>
    public string Iso { get; private set; } = iso;

    /// <summary>P-code of OCHA, for exchange only.</summary>
    public string Pcode { get; private set; } = pcode;

    /// <summary>Province, capital or territory.</summary>
    public ProvinceKind Kind { get; private set; } = kind;

    /// <summary>English name.</summary>
    public string NameEn { get; private set; } = nameEn;

    /// <summary>Urdu name.</summary>
    public string NameUr { get; private set; } = nameUr;

    /// <summary>Place in lists, from 1.</summary>
    public int SortOrder { get; private set; } = sortOrder;

    /// <summary>The name in the language of a culture.</summary>
    public string NameIn(CultureInfo culture) => culture.TwoLetterISOLanguageName == "ur" ? NameUr : NameEn;
}
