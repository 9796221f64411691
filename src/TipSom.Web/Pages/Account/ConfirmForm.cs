using System.ComponentModel.DataAnnotations;
using TipSom.Data.Identity;

namespace TipSom.Web.Pages.Account;

/// <summary>The form that asks somebody signed in to prove anew who they are.</summary>
public sealed class ConfirmForm : ICodeForm
{
    public required FactorsHeld Held { get; init; }

    public required bool IsDemo { get; init; }

    /// <summary>A form that waits meanwhile, sealed.</summary>
    public string? Kept { get; init; }

    public string? ReturnUrl { get; init; }

    public CodeInput Second { get; init; } = new();

    public PasswordInput Input { get; init; } = new();

    public sealed class PasswordInput
    {
        [Required(ErrorMessage = "Enter your password."), StringLength(256), DataType(DataType.Password)]
        public string? Password { get; set; }
    }
}
