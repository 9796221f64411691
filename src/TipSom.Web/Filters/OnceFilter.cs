using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Drafts;
using TipSom.Data.RowSecurity;
using TipSom.Web.Binding;
using TipSom.Web.Drafts;
using TipSom.Web.Security;

namespace TipSom.Web.Filters;

/// <summary>Marks a page whose form may be posted again without harm, such as choosing a language.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RepeatIsHarmlessAttribute : Attribute;

/// <summary>
/// Does each rendered form once. The key of the form and where it led are kept in the transaction of the act itself, so a double
/// click, a repeated post after a lost answer, or Back and Send again end at the first result.
/// </summary>
public sealed class OnceFilter(
    TipSomDbContext db, CurrentUser user, TimeProvider clock, IUrlHelperFactory urls, FormDrafts drafts, DraftStore store) : IAsyncPageFilter, IOrderedFilter
{
    public int Order => int.MinValue + 300;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || http.User.Identity?.IsAuthenticated != true
            || context.ActionDescriptor.EndpointMetadata.OfType<RepeatIsHarmlessAttribute>().Any())
        {
            await next();
            return;
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!Guid.TryParse(form[FormKeys.Once], out var key))
        {
            context.Result = new BadRequestResult();
            return;
        }

        // A second post of the same form waits here until the first has committed, and then finds its result.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({BitConverter.ToInt64(key.ToByteArray(), 8)})", http.RequestAborted);
        var hash = HashOf(http.Request, form);
        if (await db.IdempotencyKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Key == key, http.RequestAborted) is { } done)
        {
            context.Result = done.RequestHash.AsSpan().SequenceEqual(hash)
                ? new LocalRedirectResult(done.ResultUrl)
                : new StatusCodeResult(StatusCodes.Status409Conflict);
            return;
        }

        var executed = await next();
        if (executed.Exception is null && UrlOf(executed.Result, context) is { } url)
        {
            var carriedOut = new IdempotencyKey { Key = key, UserId = user.Id, RequestHash = hash, ResultUrl = url, At = clock.GetUtcNow() };
            if (drafts.Done is { } page)
            {
                await store.EndWithAsync(carriedOut, page, http.RequestAborted);
                return;
            }

            db.Add(carriedOut);
            await db.SaveChangesAsync(http.RequestAborted);
        }
    }

    // Only a redirect means that the act was done; a page shown again with errors may be posted again under the same key.
    private string? UrlOf(IActionResult? result, PageHandlerExecutingContext context) => result switch
    {
        RedirectToPageResult page => urls.GetUrlHelper(context).Page(page.PageName, page.PageHandler, page.RouteValues, null, null, page.Fragment),
        LocalRedirectResult local => local.Url,
        _ => null
    };

    private static byte[] HashOf(HttpRequest request, IFormCollection form)
    {
        var body = new StringBuilder(request.Path).Append(request.QueryString);
        foreach (var (name, values) in form.Where(f => f.Key is not (FormKeys.Once or "__RequestVerificationToken")).OrderBy(f => f.Key, StringComparer.Ordinal))
            body.Append('\n').Append(name).Append('=').AppendJoin('\u0001', values.ToArray());
        foreach (var file in form.Files)
        {
            using var content = file.OpenReadStream();
            body.Append('\n').Append(file.Name).Append('=').Append(Convert.ToHexStringLower(SHA256.HashData(content)));
        }

        return SHA256.HashData(Encoding.UTF8.GetBytes(body.ToString()));
    }
}
