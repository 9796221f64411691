using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TipSom.Data.Identity;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Identity;
using TipSom.Web.Filters;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Account;

/// <summary>Asks somebody signed in to prove anew who they are, and leads back: to the page, or to the form that waits.</summary>
[RequirePermission(Permission.KeepOwnAccount), RepeatIsHarmless]
public sealed class ConfirmModel(
    UserManager<User> users, Proofs proofs, BrowserSessions sessions, Factors factors, SecurityKeys keys, KeptForms forms, AuditNotes notes, SessionUser asks, CurrentUser user, IStringLocalizer<Ui> texts) : PageModel
{
    [BindProperty]
    public ConfirmForm.PasswordInput Input { get; set; } = new();

    [BindProperty]
    public CodeInput Second { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Kept { get; set; }

    /// <summary>A security key was not taken.</summary>
    [BindProperty(SupportsGet = true, Name = "key")]
    public string? KeyRefused { get; set; }

    public KeyForm? KeyForm { get; private set; }

    public FactorsHeld Held { get; private set; } = new(false, null, 0);

    public ConfirmForm Form => new() { Held = Held, IsDemo = User.IsDemo(), Kept = Kept, ReturnUrl = ReturnUrl, Input = Input, Second = Second };

    /// <summary>The form that waited, to be sent now.</summary>
    public KeptForm? GoOn { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Held = await factors.HeldByAsync(user.Id, ct);
        Second = CodeInput.For(Held);
        if (Held.Keys > 0)
            KeyForm = new KeyForm(await keys.AskAsync(user.Id), KeyForm.Use, ReturnUrl);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Held = await factors.HeldByAsync(user.Id, ct);
        if (User.IsDemo())
        {
            ModelState.Remove("Second.With");
            ModelState.Remove("Second.Code");
        }

        if (!ModelState.IsValid)
            return Page();
        var isProven = await IsProvenAsync(ct);
        await notes.AloneAsync(asks, isProven ? AuditNotes.StepUp : AuditNotes.StepUpRefused, "users", user.Id, null, ct);
        if (!isProven)
            return Page();
        await sessions.ProveAsync(withFactor: true, ct);
        GoOn = forms.Open(User, Kept);
        return GoOn is not null && Url.IsLocalUrl(GoOn.Url) ? Page() : LocalRedirect(Url.OwnPage(ReturnUrl));
    }

    private async Task<bool> IsProvenAsync(CancellationToken ct)
    {
        var name = await users.GetUserNameAsync((await users.FindByIdAsync(user.Id.ToString()))!);
        var (found, passwordWaits) = await proofs.PasswordAsync(name!, Input.Password!, ct);
        if (found is null)
        {
            this.RefusePassword("Input.Password", texts, passwordWaits);
            return false;
        }

        if (User.IsDemo())
            return true;
        var (isRight, codeWaits) = await proofs.CodeAsync(user.Id, Second.With!.Value, Second.Code!, ct);
        if (!isRight)
        {
            Held = await factors.HeldByAsync(user.Id, ct);
            this.RefuseCode(texts, codeWaits);
        }

        return isRight;
    }
}
