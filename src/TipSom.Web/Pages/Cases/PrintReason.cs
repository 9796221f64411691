using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Cases;

/// <summary>Why a part of a case is printed, and whether with names. Rendered by _PrintQuestion.</summary>
public sealed class PrintReason : ChosenReason
{
    // Stored as they stand; keys of their translation.
    private static readonly string[] Common = ["For the police file", "For the court or the prosecutor", "For a hand-over", "For the person"];

    public bool WithNames { get; set; }

    [Required(ErrorMessage = "Say why you print this.")]
    public override string? Chosen { get; set; }

    public static IEnumerable<Choice> Choices(IStringLocalizer<Ui> texts) =>
        [.. Common.Select(r => new Choice(r, texts[r])), new Choice(Other, texts["Another reason"])];

    /// <summary>A kept reason in the reader's language, where it is a common one.</summary>
    public static string Shown(IStringLocalizer<Ui> texts, string kept) => Common.Contains(kept) ? texts[kept] : kept;

    protected override bool IsCommon(string reason) => Common.Contains(reason);
}
