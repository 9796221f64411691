using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TipSom.Data.Identity;
using TipSom.Domain.Identity;
using TipSom.Domain.Telling;
using TipSom.Web.Filters;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Account;

/// <summary>The person's security keys, and a new one. Needs the script: a key is spoken to by the browser.</summary>
[RequirePermission(Permission.KeepOwnAccount), StepUp, RepeatIsHarmless]
public sealed class KeysModel(UserManager<User> users, SecurityKeys keys, KnownPlaces places, CurrentUser user, IStringLocalizer<Ui> texts) : PageModel
{
    public const int NameMaxLength = 40;

    private User own = null!;

    public IReadOnlyList<UserPasskeyInfo> Keys { get; private set; } = [];

    public KeyQuestion Asked { get; private set; } = null!;

    [BindProperty]
    public string? Question { get; set; }

    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty, StringLength(NameMaxLength)]
    public string? KeyName { get; set; }

    public async Task OnGetAsync()
    {
        own = (await users.FindByIdAsync(user.Id.ToString()))!;
        Keys = [.. await users.GetPasskeysAsync(own)];
        Asked = await keys.AskForNewAsync(own);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await OnGetAsync();
        if (!ModelState.IsValid)
            return Page();
        if (await keys.AddAsync(own, new KeyAnswer(Question, Credential), string.IsNullOrWhiteSpace(KeyName) ? texts["Security key"] : KeyName, user.IsShared, ct))
        {
            await places.TellAsync(user.Id, NotificationKind.SignInChanged, ct);
            return LocalRedirect("/account?done=changed");
        }

        ModelState.AddModelError("", texts["The key was not taken. On a shared computer use a key that you carry, not one built into the computer."]);
        return Page();
    }
}
