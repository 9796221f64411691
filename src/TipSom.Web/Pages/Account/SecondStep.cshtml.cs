using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TipSom.Data.Identity;
using TipSom.Data.RowSecurity;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Account;

/// <summary>The second step: opens to who gave the right password a moment ago, in this browser, and to nobody else.</summary>
[AllowAnonymous]
public sealed class SecondStepModel(Proofs proofs, BrowserSessions sessions, Factors factors, SecurityKeys keys, IStringLocalizer<Ui> texts) : PageModel, ICodeForm
{
    public FactorsHeld Held { get; private set; } = new(false, null, 0);

    [BindProperty]
    public CodeInput Second { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>A security key was not taken.</summary>
    [BindProperty(SupportsGet = true, Name = "key")]
    public string? KeyRefused { get; set; }

    public KeyForm? KeyForm { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { } half)
            return RedirectToPage("SignIn");
        if (Held.Keys > 0)
            KeyForm = new KeyForm(await keys.AskAsync(half.UserId), KeyForm.Use, ReturnUrl);
        Second = CodeInput.For(Held);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { } half)
            return RedirectToPage("SignIn");
        if (!ModelState.IsValid)
            return Page();
        var (isRight, waitsUntil) = await proofs.CodeAsync(half.UserId, Second.With!.Value, Second.Code!, ct);
        if (isRight)
        {
            await sessions.CompleteAsync(half, Second.With == CodeKind.App ? SignInOutcome.SignedInWithCode : SignInOutcome.SignedInWithRecoveryCode, ct);
            return LocalRedirect(Url.OwnPage(ReturnUrl));
        }

        await LoadAsync(ct);
        this.RefuseCode(texts, waitsUntil);
        return Page();
    }

    private async Task<HalfSession?> LoadAsync(CancellationToken ct)
    {
        var half = await sessions.HalfAsync(ct);
        if (half is not null)
            Held = await factors.HeldByAsync(half.UserId, ct);
        return Held.Any ? half : null;
    }
}

/// <summary>The answers to a wrong code and to a wrong password, the same on every page that asks.</summary>
public static class WrongProof
{
    public static void RefuseCode(this PageModel page, IStringLocalizer<Ui> texts, DateTimeOffset? waitsUntil) =>
        Refuse(page, "Second.Code", texts["This code is wrong, was used, or its time is over."], texts, waitsUntil);

    public static void RefusePassword(this PageModel page, string field, IStringLocalizer<Ui> texts, DateTimeOffset? waitsUntil) =>
        Refuse(page, field, texts["The password is wrong."], texts, waitsUntil);

    private static void Refuse(PageModel page, string field, string sentence, IStringLocalizer<Ui> texts, DateTimeOffset? waitsUntil)
    {
        // What was typed is not shown again.
        page.ModelState.Remove(field);
        page.ModelState.AddModelError(field, waitsUntil is { } until
            ? $"{sentence} {texts["Try again at {0}.", PortalTime.Clock(until.AddMinutes(1))]}"
            : sentence);
    }
}
