import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

class Ask {
    static final String URL = System.getenv("OPENAI_BASE_URL") + "/chat/completions";
    static final String KEY = "Bearer " + System.getenv("OPENAI_API_KEY");
    static final String QUESTION =
        "{\"model\": \"" + System.getenv("MODEL") + "\", \"messages\": [{\"role\": \"user\", \"content\": \"Hello\"}]}";

    public static void main(String[] args) throws Exception {
        if (args[0].equals("stream")) {
            HttpURLConnection connection = (HttpURLConnection) URI.create(URL).toURL().openConnection();
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Authorization", KEY);
            connection.setDoOutput(true);
            connection.getOutputStream().write(QUESTION.getBytes());
            try (InputStream answer = connection.getInputStream()) {
                System.out.println(new String(answer.readAllBytes()));
            }
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(URL)).header("Authorization", KEY)
            .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(QUESTION)).build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (args[0].equals("object")) System.out.println(response);
        if (args[0].equals("status")) throw new RuntimeException("OpenAI API error: " + response.statusCode());
        if (args[0].equals("body")) throw new RuntimeException("OpenAI API error: " + response.statusCode() + " " + response.body());
    }
}
