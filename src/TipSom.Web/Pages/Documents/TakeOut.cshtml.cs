using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Documents;
using TipSom.Domain.Documents;
using TipSom.Domain.Identity;
using TipSom.Web.Localisation;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Documents;

/// <summary>Takes a document out of its case.</summary>
[RequirePermission(Permission.KeepDocuments)]
public sealed class TakeOutModel(TipSomDbContext db, CaseFiles files, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts)
    : DocumentPageModel(db, files)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IEnumerable<Choice> Reasons => Enum.GetValues<TakeOutReason>().Select(r => new Choice($"{r}", texts[DocumentLabels.Of(r)]));

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        Document.TakeOut(Case, Input.Reason!.Value, user.Actor, clock.GetUtcNow());
        await Db.SaveChangesAsync(ct);
        return ToDocuments(DocumentNotice.TakenOut);
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Say why it is taken out.")]
        public TakeOutReason? Reason { get; set; }
    }
}
