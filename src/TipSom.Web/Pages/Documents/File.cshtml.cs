using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using TipSom.Data;
using TipSom.Data.Documents;
using TipSom.Domain.Documents;
using TipSom.Domain.Identity;
using TipSom.Web.Filters;
using TipSom.Web.Pages.Victims;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Documents;

/// <summary>
/// Gives a document out: asked for by a press, recorded, and always as a file to keep, never shown inside the portal. Asking shows nothing,
/// and a repeated press is another look.
/// </summary>
[RequirePermission(Permission.OpenDocuments), RepeatIsHarmless]
public sealed class FileModel(TipSomDbContext db, CaseFiles files, CurrentUser user, TimeProvider clock) : DocumentPageModel(db, files)
{
    [BindProperty]
    public OpeningReason Reason { get; set; } = new();

    /// <summary>Opening changes nothing of the case: a unit with which documents are shared may open them.</summary>
    protected override bool ChangesCase => false;

    public bool AsksWhy => Document.Kind.ShowsWhoSomebodyIs();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!AsksWhy)
            ModelState.Clear();
        if (!ModelState.IsValid)
            return Page();
        Db.Add(Document.Open(AsksWhy ? Reason.Kept() : null, user.Actor, clock.GetUtcNow()));
        // First on record, then out of the house.
        await Db.SaveChangesAsync(ct);
        if (await Files.ContentOfAsync(Document, ct) is not { } content)
            return NotFound();
        // Given to the framework, the name would stand in its log.
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(Name.FileName);
        Response.Headers.ContentDisposition = disposition.ToString();
        return File(content, Document.Format.MediaType());
    }
}
