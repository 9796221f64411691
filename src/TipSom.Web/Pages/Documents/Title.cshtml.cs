using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Documents;
using TipSom.Domain.Documents;
using TipSom.Domain.Identity;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Documents;

/// <summary>Corrects the title of a document.</summary>
[RequirePermission(Permission.KeepDocuments)]
public sealed class TitleModel(TipSomDbContext db, CaseFiles files) : DocumentPageModel(db, files)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public void OnGet() => Input.Title = Name.Title;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        Files.Rename(Document, Input.Title);
        await Db.SaveChangesAsync(ct);
        return ToDocuments(DocumentNotice.Renamed);
    }

    public sealed class InputModel
    {
        [StringLength(DocumentName.TitleMaxLength, ErrorMessage = "A title has at most 80 characters.")]
        public string? Title { get; set; }
    }
}
