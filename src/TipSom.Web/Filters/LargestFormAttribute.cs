using System.Buffers;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace TipSom.Web.Filters;

/// <summary>
/// Lets a page take a larger form than others, and answers one that is larger still with the page and a sentence: the body is read to
/// its end and thrown away, because a browser that is cut off in the middle of sending shows an error of its own.
/// </summary>
/// <param name="bytes">Largest form, in bytes.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LargestFormAttribute(long bytes) : Attribute, IAsyncAuthorizationFilter, IOrderedFilter, IRequestSizeLimitMetadata
{
    /// <summary>In the address of the page that is shown instead.</summary>
    public const string TooLarge = "tooLarge";

    // Before the form is read for its token.
    public int Order => 500;

    /// <summary>What is read and thrown away at most.</summary>
    public long? MaxRequestBodySize => 256 * 1024 * 1024;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || request.ContentLength <= bytes)
            return;
        if (request.ContentLength is null)
        {
            // Browsers say how much they send; what does not might never end.
            context.Result = new StatusCodeResult(StatusCodes.Status411LengthRequired);
            return;
        }

        var thrownAway = ArrayPool<byte>.Shared.Rent(64 * 1024);
        while (await request.Body.ReadAsync(thrownAway, context.HttpContext.RequestAborted) > 0)
        {
            // Nothing of it is kept.
        }

        ArrayPool<byte>.Shared.Return(thrownAway);
        context.Result = new LocalRedirectResult($"{request.Path}?{TooLarge}=true");
    }
}
