using Microsoft.AspNetCore.Identity;
using TipSom.Data.Identity;

namespace TipSom.Web.Security;

/// <summary>
/// What a password must not be, besides short: known from a breach or made of common words, of the agency's or a city's name, or of the own
/// name. No rule about capitals, digits or signs, and no end after a time.
/// </summary>
public sealed class PasswordRules(CommonPasswords common) : IPasswordValidator<User>
{
    /// <summary>Fewest characters.</summary>
    public const int Shortest = 14;

    /// <summary>Code of the error of a known password.</summary>
    public const string Known = "KnownPassword";

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) => Task.FromResult(
        password is not null && common.IsKnown(password, $"{user.UserName} {user.DisplayName}")
            ? IdentityResult.Failed(new IdentityError { Code = Known, Description = "This password is easy to guess." })
            : IdentityResult.Success);
}
