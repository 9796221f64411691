using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace TipSom.Web.Tests.Performance;

/// <summary>Counts the SQL statements behind each request, whoever sends them: Npgsql reports each command under the trace of its request.</summary>
public sealed partial class StatementCounter : DelegatingHandler
{
    private readonly ConcurrentDictionary<ActivityTraceId, Counted> byTrace = [];
    private readonly ActivityListener listener;

    public StatementCounter()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = Note
        };
        ActivitySource.AddActivityListener(listener);
    }

    public IReadOnlyList<Counted> Requests => [.. byTrace.Values];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var trace = ActivityTraceId.CreateRandom();
        byTrace[trace] = new Counted(request.Method.Method, request.RequestUri!.AbsolutePath, []);
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        return base.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        listener.Dispose();
        base.Dispose(disposing);
    }

    private void Note(Activity activity)
    {
        if (activity.Source.Name != "Npgsql" || !byTrace.TryGetValue(activity.TraceId, out var counted))
            return;
        // One command may hold a batch: each statement counts, except the context that goes ahead of one in the same message.
        var text = (activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement")) as string;
        var statements = Batch().Split(text ?? "(no text)").Where(s => s.Trim().Length > 0).ToList();
        foreach (var statement in statements.Where(s => statements.Count == 1 || !s.Contains("set_config('tipsom.context'", StringComparison.Ordinal)))
            counted.Statements.Enqueue(statement.Trim());
    }

    [GeneratedRegex(@";\s*(?:\n|$)")]
    private static partial Regex Batch();
}

/// <summary>A request and what it asked of the database.</summary>
public sealed record Counted(string Method, string Path, ConcurrentQueue<string> Statements)
{
    public override string ToString() => $"{Statements.Count,3} {Method,-4} {Path}";
}
