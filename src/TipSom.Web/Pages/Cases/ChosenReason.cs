using System.ComponentModel.DataAnnotations;
using TipSom.Domain.Audit;

namespace TipSom.Web.Pages.Cases;

/// <summary>Why something about a person is opened or printed: one of the common reasons, or own words.</summary>
public abstract class ChosenReason
{
    /// <summary>Value of the choice that asks for own words.</summary>
    public const string Other = "other";

    // Each kind asks in its own words, and so says in its own words that the answer is missing.
    public abstract string? Chosen { get; set; }

    [OwnWords(ErrorMessage = "Write the reason in 5 to 200 characters.")]
    public string? Words { get; set; }

    /// <summary>The reason as it is kept.</summary>
    public string Kept() => Chosen == Other ? Words! : Chosen!;

    /// <summary>Whether this is one of the common reasons, which are stored as they stand and are keys of their translation.</summary>
    protected abstract bool IsCommon(string reason);

    /// <summary>Own words where "another reason" was chosen, long enough to mean something; and no choice that was not offered.</summary>
    [AttributeUsage(AttributeTargets.Property)]
    private sealed class OwnWordsAttribute : ValidationAttribute
    {
        protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
        {
            var reason = (ChosenReason)validationContext.ObjectInstance;
            var fits = reason.Chosen is not { } chosen
                || (chosen == Other ? reason.Words?.Length is >= IdentityOpening.ReasonMinLength and <= IdentityOpening.ReasonMaxLength : reason.IsCommon(chosen));
            return fits ? ValidationResult.Success : this.Says(validationContext);
        }
    }
}
