using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace TipSom.Web.Tests.Performance;

/// <summary>Counts the SQL statements behind one request, whoever sends them: Npgsql reports each command under the trace of its request.</summary>
public sealed partial class StatementCounter : IDisposable
{
    private readonly ConcurrentDictionary<ActivityTraceId, ConcurrentQueue<string>> byTrace = [];
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

    /// <summary>Sends the request and returns its answer with the statements it took.</summary>
    public async Task<(HttpResponseMessage Answer, IReadOnlyList<string> Statements)> SendAsync(HttpClient client, HttpRequestMessage request)
    {
        var trace = ActivityTraceId.CreateRandom();
        byTrace[trace] = [];
        request.Headers.Remove("traceparent");
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        await answer.Content.LoadIntoBufferAsync();
        return (answer, [.. byTrace[trace]]);
    }

    public void Dispose() => listener.Dispose();

    private void Note(Activity activity)
    {
        if (activity.Source.Name != "Npgsql" || !byTrace.TryGetValue(activity.TraceId, out var statements))
            return;
        var text = (activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement")) as string;
        // One command may hold a batch: each statement counts.
        foreach (var statement in Batch().Split(text ?? "(no text)").Where(s => s.Trim().Length > 0))
            statements.Enqueue(statement.Trim());
    }

    [GeneratedRegex(@";\s*(?:\n|$)")]
    private static partial Regex Batch();
}
