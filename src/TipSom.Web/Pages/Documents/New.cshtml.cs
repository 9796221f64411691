using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Documents;
using TipSom.Domain.Documents;
using TipSom.Domain.Identity;
using TipSom.Web.Binding;
using TipSom.Web.Filters;
using TipSom.Web.Localisation;
using TipSom.Web.Pages.Cases;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Documents;

/// <summary>Adds a document to a case. The file stays in memory until it is sealed: none is written to a disk in clear.</summary>
[RequirePermission(Permission.KeepDocuments)]
[LargestForm(LargestBody), RequestFormLimits(MemoryBufferThreshold = (int)LargestBody, MultipartBodyLengthLimit = LargestBody)]
public sealed class NewModel(TipSomDbContext db, CaseFiles files, CurrentUser user, IStringLocalizer<Ui> texts) : CasePageModel(db)
{
    private const long LargestBody = PlainFile.MaxLength + (64 * 1024);

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IEnumerable<Choice> Kinds => Enum.GetValues<DocumentKind>().Select(k => new Choice($"{k}", texts[DocumentLabels.Of(k)]));

    public IEnumerable<Choice> PhotographReasons => Enum.GetValues<PhotographReason>().Select(r => new Choice($"{r}", texts[DocumentLabels.Of(r)]));

    public void OnGet(bool tooLarge)
    {
        if (tooLarge)
            ModelState.AddModelError(nameof(Upload), texts[PlainFile.IsTooLarge]);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Upload is null)
            ModelState.AddModelError(nameof(Upload), texts["Choose the file."]);
        else if (Upload.Length > PlainFile.MaxLength)
            ModelState.AddModelError(nameof(Upload), texts[PlainFile.IsTooLarge]);
        if (!ModelState.IsValid)
            return Page();
        var content = await Upload!.BytesAsync(ct);
        // Without what turns text round, so that the ending people see is the ending.
        var given = PlainText.Clean(Upload!.FileName) ?? "";
        var file = PlainFile.Of(given, content);
        files.Add(Case, Input.Kind!.Value, Input.Photograph, file, new DocumentName(DocumentName.Plain(given, file.Format), Input.Title), user.Actor);
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/cases/{Case.Number}/documents?done={DocumentNotice.Added}");
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Choose what it is.")]
        public DocumentKind? Kind { get; set; }

        public PhotographReason? Photograph { get; set; }

        [StringLength(DocumentName.TitleMaxLength, ErrorMessage = "A title has at most 80 characters.")]
        public string? Title { get; set; }
    }
}
