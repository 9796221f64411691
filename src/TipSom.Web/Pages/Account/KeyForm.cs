using TipSom.Web.Security;

namespace TipSom.Web.Pages.Account;

/// <summary>A form that a security key fills in (_Key); hidden where the browser cannot use one.</summary>
public sealed record KeyForm(KeyQuestion Question, string Action, string? ReturnUrl = null, bool AsksWhetherShared = false)
{
    /// <summary>Where a key is given to go on.</summary>
    public const string Use = "/account/key";
}
