using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;
using TipSom.Domain.Emergency;
using TipSom.Web.Localisation;
using TipSom.Web.Pages.Cases;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Victims;

/// <summary>Why an identity is opened: one of the common reasons, or the officer's own words. Rendered by _ReasonQuestion.</summary>
public sealed class OpeningReason : ChosenReason
{
    // Stored as they stand; keys of their translation. The last is written where a referral copies the identity.
    private static readonly string[] Common =
        ["To speak with the person", "To check a document", "To correct or complete the details", "A court or the prosecutor asks", "Preparing a referral"];

    [Required(ErrorMessage = "Say why you open this identity.")]
    public override string? Chosen { get; set; }

    public static IEnumerable<Choice> Choices(IStringLocalizer<Ui> texts) =>
        [.. Common.SkipLast(1).Select(r => new Choice(r, texts[r])), new Choice(Other, texts["Another reason"])];

    /// <summary>A kept reason in the reader's language, where it is a common one.</summary>
    public static string Shown(IStringLocalizer<Ui> texts, string kept) => kept switch
    {
        _ when Common.Contains(kept) => texts[kept],
        // In an emergency it is what the opening rests on.
        _ when Enum.GetNames<EmergencyBasis>().Contains(kept) => texts[EmergencyLabels.Of(Enum.Parse<EmergencyBasis>(kept))],
        _ => kept
    };

    protected override bool IsCommon(string reason) => Common.Contains(reason);
}
