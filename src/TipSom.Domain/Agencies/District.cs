using System.Globalization;

namespace TipSom.Domain.Agencies;

/// <summary>A district of Pakistan: where a case is held, and a unit of what agreements cover.</summary>
/// <param name="code">Key made of province and name, such as PB-LAHORE; see <see cref="KeyOf"/>.</param>
/// <param name="provinceCode">Code of its <see cref="Province"/>.</param>
/// <param name="nameEn">English name as Census 2023 spells it.</param>
/// <param name="nameUr">Urdu name.</param>
/// <param name="status">Where the district is known from.</param>
public sealed class District(
    string code, string provinceCode, string nameEn, string nameUr, DistrictStatus status, string? division = null,
    bool nameUrVerified = false, string? pcode = null, string? parentPcode = null, IReadOnlyList<string>? aliases = null,
    int? population2023 = null)
{
    /// <summary>Key, such as PB-LAHORE. Not the P-code: districts split, and some have none.</summary>
    public string Code { get; private set; } = code;

    /// <summary>Code of the province it lies in.</summary>
    public string ProvinceCode { get; private set; } = provinceCode;

    /// <summary>Division; null where there are none, as in the capital.</summary>
    public string? Division { get; private set; } = division;

    /// <summary>English name as Census 2023 spells it.</summary>
    public string NameEn { get; private set; } = nameEn;

    /// <summary>Urdu name: a label, not law.</summary>
    public string NameUr { get; private set; } = nameUr;

    /// <summary>True once somebody who knows the district has read the Urdu name.</summary>
    public bool NameUrVerified { get; private set; } = nameUrVerified;

    /// <summary>P-code of OCHA, for exchange only; null for districts it does not list.</summary>
    public string? Pcode { get; private set; } = pcode;

    /// <summary>P-code of the district it was carved from, or is folded into when figures are exchanged.</summary>
    public string? ParentPcode { get; private set; } = parentPcode;

    /// <summary>Where the district is known from.</summary>
    public DistrictStatus Status { get; private set; } = status;

    /// <summary>Other spellings and earlier names, for search and import.</summary>
    public IReadOnlyList<string> Aliases { get; private set; } = aliases ?? [];

    /// <summary>Persons counted in Census 2023; null where its tables give none.</summary>
    public int? Population2023 { get; private set; } = population2023;

    /// <summary>Whether new records and agreements may name it: at first the districts of the bureau's list.</summary>
    public bool IsOffered { get; private set; } = status == DistrictStatus.Pbs2023;

    /// <summary>The name in the language of a culture.</summary>
    public string NameIn(CultureInfo culture) => culture.TwoLetterISOLanguageName == "ur" ? NameUr : NameEn;

    /// <summary>Takes the district off the forms. Records that name it keep it.</summary>
    public void StopOffering() => IsOffered = false;

    /// <summary>The key of a district: <c>("KP", "Kolai-Palas Kohistan")</c> gives <c>KP-KOLAI-PALAS-KOHISTAN</c>.</summary>
    public static string KeyOf(string provinceCode, string nameEn) => $"{provinceCode}-{nameEn.ToUpperInvariant().Replace(' ', '-')}";
}
