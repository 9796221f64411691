using System.ComponentModel.DataAnnotations;
using TipSom.Data.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Account;

/// <summary>A code of the second step, as it is typed.</summary>
public sealed class CodeInput
{
    [Required(ErrorMessage = "Choose where your code comes from.")]
    public CodeKind? With { get; set; }

    [Required(ErrorMessage = "Enter the code."), StringLength(20)]
    public string? Code { get; set; }

    /// <summary>What is chosen at first: the app where there is one.</summary>
    public static CodeInput For(FactorsHeld held) => new() { With = held.HasApp ? CodeKind.App : held.NextCode is not null ? CodeKind.Card : null };
}
