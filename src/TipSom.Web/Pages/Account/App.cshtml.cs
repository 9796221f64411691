using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Identity;
using TipSom.Web.Filters;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Account;

/// <summary>Takes an authenticator app into use. Opening the page changes nothing: the secret it shows counts once its first code was given.</summary>
[AllowAnonymous, SetsUpFactor, RepeatIsHarmless]
public sealed class AppModel(
    TipSomDbContext db, CurrentUser user, BrowserSessions sessions, KnownPlaces places, Factors factors, IDataProtectionProvider protection, IStringLocalizer<Ui> texts)
    : FactorPageModel(user, sessions, places)
{
    private static readonly TimeSpan OfferLasts = TimeSpan.FromMinutes(20);

    private byte[] secret = [];

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The secret, sealed for this person and a short time.</summary>
    [BindProperty]
    public string? Offered { get; set; }

    public string SecretText => string.Join(' ', Totp.TextOf(secret).Chunk(4).Select(part => new string(part)));

    public string Address { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken ct) => await OfferAsync(await PersonAsync(ct), Factors.NewSecret(), ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var person = await PersonAsync(ct);
        if (Opened(person) is not { } offered)
        {
            await OfferAsync(person, Factors.NewSecret(), ct);
            ModelState.AddModelError("", texts["This page was open too long. Scan the new picture."]);
            return Page();
        }

        await OfferAsync(person, offered, ct);
        if (!ModelState.IsValid)
            return Page();
        if (!await factors.UseAppAsync(person, offered, Input.Code!, ct))
        {
            ModelState.AddModelError("Input.Code", texts["The app shows another code. Check that the phone's clock is right, and take the next code."]);
            return Page();
        }

        await TellAsync(person, ct);
        await CompleteAsync(ct);
        return LocalRedirect(IsFirst ? "/" : "/account?done=changed");
    }

    private async Task OfferAsync(Guid person, byte[] offered, CancellationToken ct)
    {
        secret = offered;
        var name = await db.Users.Where(u => u.Id == person).Select(u => u.UserName!).SingleAsync(ct);
        Address = Totp.AddressOf(offered, name);
        ModelState.Remove("Offered");
        Offered = ProtectorOf(person).Protect(Convert.ToBase64String(offered), OfferLasts);
    }

    private byte[]? Opened(Guid person) => ProtectorOf(person).OpenOrNull(Offered) is { } secret ? Convert.FromBase64String(secret) : null;

    private ITimeLimitedDataProtector ProtectorOf(Guid person) => protection.CreateProtector("offered app", person.ToString("D")).ToTimeLimitedDataProtector();

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Enter the code."), StringLength(20)]
        public string? Code { get; set; }
    }
}
