using System.ComponentModel.DataAnnotations;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Services;

/// <summary>Whom a service takes, as the form asks it.</summary>
public sealed class EligibilityInput
{
    [MinLength(1, ErrorMessage = "Choose at least one group that is taken.")]
    public List<VictimGroup> Groups { get; set; } = [];

    [Range(0, Age.Highest)]
    public int? MinAge { get; set; }

    [Range(0, Age.Highest)]
    public int? MaxAge { get; set; }

    public bool? TakesChildren { get; set; }

    [Range(1, Age.Majority)]
    public int? BoysUnder { get; set; }

    public bool? IsAccessible { get; set; }

    public SecurityLevel? Security { get; set; }

    public List<string> LanguageCodes { get; set; } = [];

    public bool NeedsCourtOrder { get; set; }

    public bool NeedsIdentityPapers { get; set; }

    public bool? IsRoundTheClock { get; set; }

    [StringLength(Eligibility.HoursMaxLength)]
    public string? HoursEn { get; set; }

    [StringLength(Eligibility.HoursMaxLength)]
    public string? HoursUr { get; set; }

    public static EligibilityInput Of(Eligibility said) => new()
    {
        Groups = [.. said.Groups],
        MinAge = said.MinAge,
        MaxAge = said.MaxAge,
        TakesChildren = said.TakesChildren,
        BoysUnder = said.BoysUnder,
        IsAccessible = said.IsAccessible,
        Security = said.Security,
        LanguageCodes = [.. said.LanguageCodes],
        NeedsCourtOrder = said.NeedsCourtOrder,
        NeedsIdentityPapers = said.NeedsIdentityPapers,
        IsRoundTheClock = said.IsRoundTheClock,
        HoursEn = said.HoursEn,
        HoursUr = said.HoursUr
    };

    /// <summary>As the domain takes it; a language that is not on the list is left out.</summary>
    public Eligibility Said(IReadOnlyList<Choice> languages) => new(Groups, MinAge, MaxAge)
    {
        TakesChildren = TakesChildren,
        BoysUnder = BoysUnder,
        IsAccessible = IsAccessible,
        Security = Security,
        LanguageCodes = [.. LanguageCodes.Where(code => languages.Any(l => l.Value == code))],
        NeedsCourtOrder = NeedsCourtOrder,
        NeedsIdentityPapers = NeedsIdentityPapers,
        IsRoundTheClock = IsRoundTheClock,
        HoursEn = HoursEn,
        HoursUr = HoursUr
    };
}
