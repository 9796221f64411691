using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using TipSom.Web.Security;

namespace TipSom.Web.Startup;

/// <summary>How much one person, one agency and one address may ask, far above what hands can do. Each portal counts for itself.</summary>
public sealed class RateLimitOptions
{
    /// <summary>Requests of a signed-in person in a minute.</summary>
    public int PerUser { get; set; } = 240;

    /// <summary>Requests of all people of one agency in a minute.</summary>
    public int PerAgency { get; set; } = 6_000;

    /// <summary>Requests of one address where nobody is signed in, in a minute. A whole station may share an address.</summary>
    public int PerAddress { get; set; } = 240;

    /// <summary>Forms of one address where nobody is signed in, in a minute: names and passwords, above all.</summary>
    public int FormsPerAddress { get; set; } = 40;

    /// <summary>Searches for people of one person in a minute; the database counts those of an hour.</summary>
    public int Searches { get; set; } = 30;

    /// <summary>Files with lists that one person takes out in an hour.</summary>
    public int Exports { get; set; } = 20;

    /// <summary>Reports of browsers from one address in a minute.</summary>
    public int Reports { get; set; } = 60;
}

public static class RateLimits
{
    /// <summary>Worn by pages that search for people.</summary>
    public const string Search = "search";

    /// <summary>Worn by pages that give out a list as a file.</summary>
    public const string Export = "export";

    /// <summary>Of the address to which browsers report.</summary>
    public const string Report = "report";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static WebApplicationBuilder AddTipSomRateLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<RateLimitOptions>().BindConfiguration("RateLimits")
            .Validate(o => new[] { o.PerUser, o.PerAgency, o.PerAddress, o.FormsPerAddress, o.Searches, o.Exports, o.Reports }.All(n => n > 0), "RateLimits: each is at least 1.")
            .ValidateOnStart();
        var limits = builder.Configuration.GetSection("RateLimits").Get<RateLimitOptions>() ?? new();
        builder.Services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Minute;
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                rejected.HttpContext.RequestServices.GetRequiredService<ILogger<RateLimitOptions>>()
                    .LogWarning("Too many requests of user {UserId}", rejected.HttpContext.User.FindFirstValue(ClaimTypes.NameIdentifier));
                return ValueTask.CompletedTask;
            };
            o.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(c =>
                    IsPageOfRefusal(c) ? Free : Bucket(Who(c), IsKnown(c) ? limits.PerUser : limits.PerAddress)),
                PartitionedRateLimiter.Create<HttpContext, string>(c =>
                    IsPageOfRefusal(c) ? Free
                    : c.User.FindFirstValue(People.Agency) is { } agency ? Bucket(agency, limits.PerAgency)
                    : HttpMethods.IsPost(c.Request.Method) ? Bucket("forms " + Visitor.PlaceOf(c), limits.FormsPerAddress)
                    : Free));
            o.AddPolicy(Search, c => Bucket(Who(c), limits.Searches));
            o.AddPolicy(Export, c => RateLimitPartition.GetFixedWindowLimiter(Who(c), _ => new() { PermitLimit = limits.Exports, Window = TimeSpan.FromHours(1) }));
            o.AddPolicy(Report, c => Bucket(Visitor.PlaceOf(c), limits.Reports));
        });
        return builder;
    }

    private static RateLimitPartition<string> Free => RateLimitPartition.GetNoLimiter("");

    // The page that says "too many" must come.
    private static bool IsPageOfRefusal(HttpContext context) => context.Features.Get<Errors.Refused>() is not null;

    private static bool IsKnown(HttpContext context) => context.User.Identity?.IsAuthenticated == true;

    private static string Who(HttpContext context) => context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? Visitor.PlaceOf(context);

    // A bucket, not a window: who was refused may go on at once a little slower, instead of waiting for the minute to end.
    private static RateLimitPartition<string> Bucket(string who, int perMinute) => RateLimitPartition.GetTokenBucketLimiter(who, _ => new()
    {
        TokenLimit = perMinute,
        TokensPerPeriod = Math.Max(1, perMinute / 12),
        ReplenishmentPeriod = Minute / Math.Min(12, perMinute)
    });
}
