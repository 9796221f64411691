using System.ComponentModel.DataAnnotations;
using System.Globalization;
using TipSom.Domain.Agreements;
using TipSom.Domain.Consents;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Web.Pages.Agreements;

/// <summary>Terms as they are typed. Between the pages of the form the answers travel in it, and nothing is stored before the end.</summary>
public sealed class TermsInput
{
    [Required(ErrorMessage = "Write the number of the document.")]
    [StringLength(AgreementTerms.TextMaxLength, ErrorMessage = "Write at most {1} characters.")]
    public string? Number { get; set; }

    [Required(ErrorMessage = "Choose memorandum or duty by law.")]
    public AgreementKind? Kind { get; set; }

    // Asked for a new agreement only: a change keeps both.
    public Guid? LeadAgencyId { get; set; }

    public Guid? ProviderAgencyId { get; set; }

    [Required(ErrorMessage = "Write who signed for the lead agency.")]
    [StringLength(AgreementTerms.TextMaxLength, ErrorMessage = "Write at most {1} characters.")]
    public string? LeadSignatory { get; set; }

    [Required(ErrorMessage = "Write who signed for the provider.")]
    [StringLength(AgreementTerms.TextMaxLength, ErrorMessage = "Write at most {1} characters.")]
    public string? ProviderSignatory { get; set; }

    [Required(ErrorMessage = "Enter the day it was signed.")]
    public DateOnly? SignedOn { get; set; }

    [Required(ErrorMessage = "Enter the first day.")]
    public DateOnly? InForceFrom { get; set; }

    public DateOnly? InForceTo { get; set; }

    [Range(1, 100_000, ErrorMessage = "Write a number from {1} to {2}.")]
    public int? Places { get; set; }

    public List<ServiceType> Services { get; set; } = [];

    public List<VictimGroup> Groups { get; set; } = [];

    public List<string> ProvinceCodes { get; set; } = [];

    public List<string> DistrictCodes { get; set; } = [];

    public List<Guid> ReferringAgencyIds { get; set; } = [];

    public List<DataCategory> DataCategories { get; set; } = [];

    /// <summary>The terms in force, to be changed.</summary>
    public static TermsInput From(AgreementTerms terms) => new()
    {
        Number = terms.Number,
        Kind = terms.Kind,
        LeadAgencyId = terms.LeadAgencyId,
        ProviderAgencyId = terms.ProviderAgencyId,
        LeadSignatory = terms.LeadSignatory,
        ProviderSignatory = terms.ProviderSignatory,
        SignedOn = terms.SignedOn,
        InForceFrom = terms.InForceFrom,
        InForceTo = terms.InForceTo,
        Places = terms.Places,
        Services = [.. terms.Services],
        Groups = [.. terms.Groups],
        ProvinceCodes = [.. terms.ProvinceCodes],
        DistrictCodes = [.. terms.DistrictCodes],
        ReferringAgencyIds = [.. terms.ReferringAgencyIds],
        DataCategories = [.. terms.DataCategories]
    };

    /// <summary>Everything typed, as terms; only after the answers were judged.</summary>
    public AgreementTerms Terms() => new(
        Number!, Kind!.Value, LeadAgencyId!.Value, ProviderAgencyId!.Value, LeadSignatory!, ProviderSignatory!, SignedOn!.Value,
        InForceFrom!.Value, InForceTo, Places, Services, Groups, ProvinceCodes, DistrictCodes, ReferringAgencyIds, DataCategories);

    /// <summary>The answers of the first page as the form posts them, to travel hidden on the others.</summary>
    public IEnumerable<KeyValuePair<string, string?>> CarriedDocument() =>
    [
        new("Input.Number", Number),
        new("Input.Kind", $"{Kind}"),
        new("Input.LeadAgencyId", $"{LeadAgencyId}"),
        new("Input.ProviderAgencyId", $"{ProviderAgencyId}"),
        new("Input.LeadSignatory", LeadSignatory),
        new("Input.ProviderSignatory", ProviderSignatory),
        new("Input.SignedOn", Day(SignedOn)),
        new("Input.InForceFrom", Day(InForceFrom)),
        new("Input.InForceTo", Day(InForceTo)),
        new("Input.Places", Places?.ToString(CultureInfo.InvariantCulture))
    ];

    /// <summary>The answers of the second page, likewise.</summary>
    public IEnumerable<KeyValuePair<string, string?>> CarriedCoverage() =>
    [
        .. Each("Input.Services", Services),
        .. Each("Input.Groups", Groups),
        .. Each("Input.ProvinceCodes", ProvinceCodes),
        .. Each("Input.DistrictCodes", DistrictCodes),
        .. Each("Input.ReferringAgencyIds", ReferringAgencyIds),
        .. Each("Input.DataCategories", DataCategories)
    ];

    private static IEnumerable<KeyValuePair<string, string?>> Each<T>(string name, IEnumerable<T> values) =>
        values.Distinct().Select(v => KeyValuePair.Create(name, v?.ToString()));

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
