using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using TipSom.Data.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Account;

/// <summary>A new password, typed twice.</summary>
public sealed class NewPassword
{
    [Required(ErrorMessage = "Enter a new password."), StringLength(256), DataType(DataType.Password)]
    public string? Password { get; set; }

    [Required(ErrorMessage = "Enter the new password once more."), Compare(nameof(Password), ErrorMessage = "The two are not the same."), StringLength(256), DataType(DataType.Password)]
    public string? AgainPassword { get; set; }

    /// <summary>Writes beside the field what is wrong with it. Whether nothing is.</summary>
    public async Task<bool> IsGoodAsync(UserManager<User> users, User user, ModelStateDictionary state, IStringLocalizer<Ui> texts)
    {
        foreach (var rule in users.PasswordValidators)
        {
            if ((await rule.ValidateAsync(users, user, Password)).Errors.FirstOrDefault() is not { } error)
                continue;
            state.AddModelError("New.Password", error.Code == nameof(IdentityErrorDescriber.PasswordTooShort)
                ? texts["Use at least {0} characters. Several words are easier to keep than signs.", PasswordRules.Shortest]
                : texts["This password is easy to guess: it is known, or made of common words, places or your name. Use several words of your own."]);
            return false;
        }

        return true;
    }
}

/// <summary>A form that asks for a new password (_NewPassword).</summary>
public interface INewPassword
{
    NewPassword New { get; }
}
