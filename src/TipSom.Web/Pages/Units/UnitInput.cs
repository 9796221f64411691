using System.ComponentModel.DataAnnotations;
using TipSom.Domain.Agencies;

namespace TipSom.Web.Pages.Units;

/// <summary>What may be said of a unit again and again.</summary>
public class UnitInput
{
    [Required(ErrorMessage = "Enter the name in English."), StringLength(Agency.NameMaxLength)]
    public string? NameEn { get; set; }

    [Required(ErrorMessage = "Enter the name in Urdu."), StringLength(Agency.NameMaxLength)]
    public string? NameUr { get; set; }

    [RegularExpression("[0-9+() -]{3,20}", ErrorMessage = "Enter a telephone number in digits, or leave it empty."), StringLength(Unit.PhoneMaxLength)]
    public string? Phone { get; set; }
}
