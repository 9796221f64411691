using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Domain.Telling;
using TipSom.Web.Filters;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Account;

/// <summary>One's own choice of mails and of quiet hours. The list in the portal holds everything, whatever is chosen.</summary>
[RequirePermission(Permission.KeepOwnAccount)]
public sealed class NotificationsModel(TipSomDbContext db, CurrentUser user) : PageModel, IShowsRecord
{
    private MailChoices? kept;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public bool WasSaved { get; private set; }

    public async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        kept = await db.MailChoices.SingleOrDefaultAsync(c => c.UserId == user.Id, ct);
        return null;
    }

    public async Task OnGetAsync(bool saved, CancellationToken ct)
    {
        await LoadAsync(ct);
        var choices = kept ?? new MailChoices(user.Id);
        Input = new() { Work = choices.MailsWork, News = choices.MailsNews, QuietFrom = choices.QuietFrom, QuietTo = choices.QuietTo };
        WasSaved = saved;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        await LoadAsync(ct);
        if (kept is null)
            db.Add(kept = new MailChoices(user.Id));
        kept.Choose(Input.Work, Input.News, Input.QuietFrom, Input.QuietTo);
        await db.SaveChangesAsync(ct);
        return LocalRedirect("/account/notifications?saved=true");
    }

    public sealed class InputModel
    {
        public bool Work { get; set; }

        public bool News { get; set; }

        public TimeOnly? QuietFrom { get; set; }

        public TimeOnly? QuietTo { get; set; }
    }
}
