using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;
using TipSom.Domain.Audit;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Cases;

/// <summary>Why a part of a case is printed, and whether with names. Rendered by _PrintQuestion.</summary>
public sealed class PrintReason
{
    /// <summary>Value of the choice that asks for own words.</summary>
    public const string Other = "other";

    // Stored as they stand; keys of their translation.
    private static readonly string[] Common = ["For the police file", "For the court or the prosecutor", "For a hand-over", "For the person"];

    public bool WithNames { get; set; }

    [Required(ErrorMessage = "Say why you print this.")]
    public string? Chosen { get; set; }

    [OwnWords(ErrorMessage = "Write the reason in 5 to 200 characters.")]
    public string? Words { get; set; }

    /// <summary>The reason as it is kept.</summary>
    public string Kept() => Chosen == Other ? Words! : Chosen!;

    public static IEnumerable<Choice> Choices(IStringLocalizer<Ui> texts) =>
        [.. Common.Select(r => new Choice(r, texts[r])), new Choice(Other, texts["Another reason"])];

    /// <summary>A kept reason in the reader's language, where it is a common one.</summary>
    public static string Shown(IStringLocalizer<Ui> texts, string kept) => Common.Contains(kept) ? texts[kept] : kept;

    /// <summary>Own words where "another reason" was chosen, long enough to mean something; and no choice that was not offered.</summary>
    [AttributeUsage(AttributeTargets.Property)]
    private sealed class OwnWordsAttribute : ValidationAttribute
    {
        protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
        {
            var reason = (PrintReason)validationContext.ObjectInstance;
            var fits = reason.Chosen is null
                || (reason.Chosen == Other ? reason.Words?.Length is >= IdentityOpening.ReasonMinLength and <= IdentityOpening.ReasonMaxLength : Common.Contains(reason.Chosen));
            return fits ? ValidationResult.Success : this.Says(validationContext);
        }
    }
}
