using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain;
using TipSom.Domain.Identity;
using TipSom.Web.Documents;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Agreements;

/// <summary>
/// Gives the signed paper out: always as a file to keep, never shown inside the portal, and each time only after the virus scanner called it
/// clean. Papers are few and small, so it is asked at once, by what it knows today.
/// </summary>
[RequirePermission(Permission.ReadAgreements)]
public sealed class PaperModel(TipSomDbContext db, RecordCipher cipher, Clamd clamd) : PageModel
{
    // The transaction of the request waits meanwhile, and ends by itself after fifteen seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [FromRoute]
    public Guid Id { get; init; }

    [FromRoute]
    public Guid DocumentId { get; init; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var content = await db.AgreementDocuments.Where(d => d.Id == DocumentId && d.AgreementId == Id).Select(d => d.SealedContent).SingleOrDefaultAsync(ct);
        if (content is null)
            return NotFound();
        var paper = cipher.Open<byte[]>(SealKinds.Agreement, DocumentId, content);
        return await clamd.ScanAsync(paper, ct, Patience) switch
        {
            ScanAnswer.Clean => File(paper, "application/pdf", "agreement.pdf"),
            ScanAnswer.Infected => throw new RuleBrokenException("The virus check found something harmful in this document. It cannot be opened."),
            _ => throw new RuleBrokenException("This document waits for the virus check. It can be opened after it.")
        };
    }
}
